"""A roster of any size in the form of the sample county's."""

import csv
import io

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "秀英桂兰玉芳丽华建国志强海燕雪梅春光明亮"


def id_number(serial):
    """A number with a right check digit, of a district that did not exist at the birth date."""
    day = 1 + serial // 1000 % 28
    month = 1 + serial // 28_000 % 12
    year = 1965 + serial // 336_000 % 30
    head = f"220781{year}{month:02}{day:02}{serial % 1000:03}"
    check = "10X98765432"[sum(int(d) * w for d, w in zip(head, WEIGHTS)) % 11]
    return head + check


def make(count, schools, first=0):
    """CSV bytes of `count` trainees from a serial number on, spread over schools (name, code)."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["学员编号", "姓名", "性别", "身份证号", "手机号", "单位", "学校标识码", "学段", "学科"])
    for serial in range(first, first + count):
        school, code = schools[serial % len(schools)]
        name = FAMILY[serial % 20] + GIVEN[serial // 20 % 20] + GIVEN[serial // 400 % 20]
        number = id_number(serial)
        gender = "男" if int(number[16]) % 2 else "女"
        table.writerow([f"BN{serial:07}", name, gender, number, f"155{serial:08}", school, code, "初中", "语文"])
    return ("\ufeff" + out.getvalue()).encode()

import { words } from '@/ui';

/** Why a row or a file was refused or carries a note. */
export const useReasons = words(
  'import-reasons',
  {
    normalized: '已自动规范格式', gender_mismatch: '性别与身份证不符', gender_missing: '未填性别', name_missing: '缺姓名', name_invalid: '姓名含数字或特殊符号', id_no_missing: '缺身份证号', id_no_format: '身份证号格式不对（若存成数字会丢末几位，请设为文本）', id_no_birthdate: '身份证号中的出生日期不对', id_no_checksum: '身份证号校验码不对',
    phone_missing: '缺手机号', phone_format: '手机号格式不对', school_missing: '缺单位', school_unknown: '单位不在学校名单中', stage_missing: '缺学段', stage_unknown: '学段不认识', subject_missing: '缺学科', subject_unknown: '学科不认识', duplicate_id_no: '身份证号与前面的行重复', duplicate_phone: '手机号与前面的行重复', duplicate_trainee_no: '学员编号与前面的行重复',
    class_unknown: '没有这个班级', trainee_unknown: '没有这个学员', class_full: '班级人数已满', already_enrolled: '已在其他班级', school_mismatch: '学校与班级不一致', too_many_workshops: '超过每校工作坊数量', family_taken: '这个学科类别已有工作坊', duplicate_course_code: '课程代码重复', title_missing: '缺课程名称', module_invalid: '模块应为 1–4', hours_invalid: '学时不对（0.5 的倍数，不超过 100）', theme_unknown: '研修主题不认识',
    course_unknown: '没有这门课', duplicate_selection: '重复选课', subject_mismatch: '学科不一致', redelivered: '重复送达，已忽略', event_conflict: '同一编号内容不同', invalid_json: '这一行不是有效的 JSON', invalid_field: '字段缺失或不对', occurred_in_future: '时间在将来', name_mismatch: '姓名与学员编号不符', score_not_numeric: '分数不是数字', score_out_of_range: '分数应在 0–100', duplicate_trainee: '学员重复',
    unsupported_format: '不支持这种格式，请另存为 xlsx 或 csv', corrupt_file: '文件损坏，无法读取', encrypted: '文件有密码，请去掉密码再上传', no_header: '找不到表头，请对照模板', no_rows: '有表头但没有数据', file_too_large: '文件太大或内容超过上限', data_changed: '检查之后数据又变了，请重新上传检查', change_threshold: '改动过多，可能传错了文件',
    manual_edit: '之后有人工修改，保留人工修改', school_code_missing: '缺学校标识码', code_missing: '缺编号', leader_unknown: '坊主不在名册中', role_unknown: '角色不认识', person_unknown: '没有这个人',
  },
  {
    normalized: 'tidied up automatically', gender_mismatch: 'gender differs from the ID number', gender_missing: 'no gender', name_missing: 'no name', name_invalid: 'digits or special signs in the name', id_no_missing: 'no ID number', id_no_format: 'ID number malformed (stored as a number it loses digits: use text)', id_no_birthdate: 'no such birth date in the ID number', id_no_checksum: 'wrong check digit in the ID number',
    phone_missing: 'no phone', phone_format: 'phone malformed', school_missing: 'no school', school_unknown: 'school not in the list', stage_missing: 'no stage', stage_unknown: 'unknown stage', subject_missing: 'no subject', subject_unknown: 'unknown subject', duplicate_id_no: 'ID number of an earlier row', duplicate_phone: 'phone of an earlier row', duplicate_trainee_no: 'trainee number of an earlier row',
    class_unknown: 'no such class', trainee_unknown: 'no such trainee', class_full: 'the class is full', already_enrolled: 'already in another class', school_mismatch: 'class of other schools', too_many_workshops: 'too many workshops in this school', family_taken: 'a workshop of this family exists', duplicate_course_code: 'course code twice', title_missing: 'no title', module_invalid: 'module must be 1–4', hours_invalid: 'hours must be a multiple of 0.5 up to 100', theme_unknown: 'unknown theme',
    course_unknown: 'no such course', duplicate_selection: 'chosen twice', subject_mismatch: 'another subject', redelivered: 'delivered again, ignored', event_conflict: 'same id, other content', invalid_json: 'this line is not JSON', invalid_field: 'a field is missing or wrong', occurred_in_future: 'lies in the future', name_mismatch: 'name does not belong to the number', score_not_numeric: 'the score is no number', score_out_of_range: 'scores are 0–100', duplicate_trainee: 'trainee twice',
    unsupported_format: 'This format is not taken; save it as xlsx or csv', corrupt_file: 'The file is damaged', encrypted: 'The file has a password; remove it', no_header: 'No header was found; compare the template', no_rows: 'A header but no rows', file_too_large: 'The file or its content is over the limit', data_changed: 'The data changed since the check; upload it again', change_threshold: 'Too many changes: perhaps the wrong file',
    manual_edit: 'edited by hand since; kept', school_code_missing: 'no school code', code_missing: 'no code', leader_unknown: 'leader not in the roster', role_unknown: 'unknown role', person_unknown: 'no such person',
  },
);

use super::Column;

const fn required(key: &'static str, titles: &'static [&'static str]) -> Column {
    Column { key, titles, required: true, as_text: true }
}

const fn text(key: &'static str, titles: &'static [&'static str]) -> Column {
    Column { key, titles, required: false, as_text: true }
}

const fn plain(key: &'static str, titles: &'static [&'static str]) -> Column {
    Column { key, titles, required: false, as_text: false }
}

/// Given where a row goes over a limit that the policy lets pass with a reason.
const REASON: Column = plain("reason", &["原因", "理由", "reason"]);
const NOTE: Column = plain("note", &["备注", "note"]);

const TRAINEE_NO: &[&str] = &["学员编号", "编号", "学号", "trainee_no"];
const CLASS_CODE: Column = required("class_code", &["班级编号", "class_code"]);

pub(super) const SCHOOLS: &[Column] = &[
    required("code", &["学校标识码", "学校代码", "标识码", "school_code"]),
    required("name", &["学校名称", "学校", "单位", "单位名称", "name"]),
    text("type_code", &["办学类型码"]),
    plain("type", &["办学类型", "学校类型"]),
    plain("town", &["乡镇", "所属乡镇", "town"]),
    text("town_code", &["乡镇代码"]),
    plain("aliases", &["别名", "曾用名", "简称"]),
    plain("headcount", &["参训人数"]),
];

pub(super) const ROSTER: &[Column] = &[
    text("trainee_no", TRAINEE_NO),
    required("name", &["姓名", "教师姓名"]),
    plain("gender", &["性别"]),
    required("id_no", &["身份证号", "身份证号码", "证件号码", "公民身份号码"]),
    text("phone", &["手机号", "手机", "手机号码", "联系电话", "电话"]),
    required("school", &["单位", "学校", "学校名称", "工作单位", "所在学校", "单位名称"]),
    text("school_code", &["学校标识码", "学校代码"]),
    plain("town", &["乡镇"]),
    plain("stage", &["学段", "任教学段"]),
    plain("subject", &["学科", "任教学科", "学科名称"]),
    plain("duty", &["职务"]),
    plain("job_title", &["职称"]),
    plain("teaching_years", &["教龄"]),
    plain("education", &["学历"]),
    NOTE,
];

pub(super) const CLASSES: &[Column] = &[
    CLASS_CODE,
    required("name", &["班级名称", "name"]),
    required("kind", &["组班方式", "kind"]),
    required("schools", &["学校", "成员学校", "schools"]),
    plain("headcount", &["人数"]),
    REASON,
];

pub(super) const CLASS_MEMBERS: &[Column] =
    &[CLASS_CODE, required("trainee_no", TRAINEE_NO), REASON];

pub(super) const WORKSHOPS: &[Column] = &[
    required("workshop_code", &["工作坊编号", "workshop_code"]),
    required("name", &["工作坊名称", "name"]),
    required("host", &["所属", "所属学校", "所属班级", "host"]),
    required("family", &["类别", "family"]),
    text("leader", &["坊主", "leader"]),
    text("members", &["成员", "members"]),
    REASON,
];

pub(super) const STAFF: &[Column] = &[
    required("role", &["role", "角色"]),
    required("scope_kind", &["scope_kind", "范围类型"]),
    text("scope_code", &["scope_code", "范围编码", "范围"]),
    required("person", &["person", "姓名", "人员", "学员编号"]),
    text("phone", &["phone", "手机号", "手机"]),
    plain("title", &["title", "职务"]),
];

pub(super) const CATALOG: &[Column] = &[
    required("course_code", &["course_code", "课程编号", "课程代码"]),
    required("title", &["title", "课程名称", "名称"]),
    required("subject", &["subject", "学科"]),
    plain("stage", &["stage", "学段"]),
    required("module", &["module", "模块"]),
    plain("module_title", &["module_title", "模块名称"]),
    plain("theme_code", &["theme_code", "主题编号"]),
    plain("theme", &["theme", "主题", "研修主题"]),
    text("ability_point", &["ability_point", "能力点"]),
    plain("micro_ability", &["micro_ability", "微能力"]),
    Column { key: "hours", titles: &["hours", "学时"], required: true, as_text: false },
    plain("kind", &["kind", "课程类型", "类型"]),
    plain("provider", &["provider", "承担机构"]),
    text("provider_course_id", &["provider_course_id", "承担机构课程ID"]),
];

pub(super) const SELECTIONS: &[Column] = &[
    required("trainee_no", &["trainee_no", "学员编号", "编号", "学号"]),
    required("course_code", &["course_code", "课程编号", "课程代码"]),
];

pub(super) const ONLINE_SCORES: &[Column] = &[
    required("trainee_no", &["trainee_no", "学员编号", "编号", "学号"]),
    Column {
        key: "online_score",
        titles: &["online_score", "网络成绩", "网络研修成绩"],
        required: true,
        as_text: false,
    },
    plain("exported_at", &["exported_at", "导出日期", "导出时间"]),
];

pub(super) const PRACTICE_SCORES: &[Column] = &[
    required("trainee_no", TRAINEE_NO),
    plain("name", &["姓名"]),
    plain("school", &["单位", "学校", "学校名称"]),
    plain("completion", &["完成情况", "完成情况(分)"]),
    plain("effect", &["应用成效", "应用成效(分)"]),
    plain("school_score", &["学校评分", "学校评定"]),
    plain("county_score", &["县级评分", "县评分", "县评定"]),
    plain("absence", &["缺考原因", "缺考", "出勤(分)", "出勤"]),
    plain("adjust_reason", &["调整理由", "调整原因"]),
    NOTE,
];

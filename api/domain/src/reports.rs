//! The official lists: their codes, titles and columns in the published order, and what the
//! figures in them mean.

use crate::words::words;

words! {
    /// A report that can be drawn up.
    pub enum ReportCode {
        /// 学情通报·按学校
        R1 = "R1",
        /// 成绩汇总表
        R7 = "R7",
        /// 线下实践测评成绩登记表
        R8 = "R8",
        /// 合格名单
        R9 = "R9",
        /// 成果推优台账
        R12 = "R12",
        /// 选课统计
        R15 = "R15",
        /// 学员名册 with whole ID numbers and phones, as it can be imported again
        Roster = "roster",
        /// 学员名册 as the exporting role sees it on the screen
        RosterMasked = "roster_masked",
    }
}

words! {
    /// The file that a report is written as.
    pub enum ReportFormat {
        Xlsx = "xlsx",
        /// UTF-8 with a byte order mark.
        Csv = "csv",
    }
}

words! {
    /// What the cockpit counts by.
    pub enum GroupBy {
        School = "school",
        Town = "town",
        Class = "class",
        Workshop = "workshop",
    }
}

impl ReportCode {
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::R1 => "学情通报（按学校）",
            Self::R7 => "成绩汇总表",
            Self::R8 => "线下实践测评成绩登记表",
            Self::R9 => "合格名单",
            Self::R12 => "成果推优台账",
            Self::R15 => "选课统计",
            Self::Roster => "学员名册",
            Self::RosterMasked => "学员名册（隐去个人信息）",
        }
    }

    /// Whether it shows more of a person than name, school and marks.
    #[must_use]
    pub fn is_personal(self) -> bool {
        matches!(self, Self::R9 | Self::Roster)
    }

    /// The official lists; the roster's own is a file to work on.
    pub const OFFICIAL: [Self; 6] = [Self::R1, Self::R7, Self::R8, Self::R9, Self::R12, Self::R15];

    /// As what it is shown on the screen: nobody leafs through whole ID numbers.
    #[must_use]
    pub fn on_screen(self) -> Self {
        if self == Self::Roster { Self::RosterMasked } else { self }
    }

    /// The titles of its columns; those with a leading `#` hold numbers.
    #[must_use]
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::R1 => R1,
            Self::R7 => R7,
            Self::R8 => R8,
            Self::R9 => R9,
            Self::R12 => R12,
            Self::R15 => R15,
            Self::Roster | Self::RosterMasked => ROSTER,
        }
    }

    /// What its figures mean, printed below it.
    #[must_use]
    pub fn definitions(self) -> &'static [&'static str] {
        match self {
            Self::R1 => RATES,
            Self::R7 => &[
                "总分＝网络合计＋线下合计；各项得分按项目政策中的成绩构成计算，政策未设的项目留空。",
                "结论取自最近一次已公示的资格认定；网络合计、线下合计或总分为空的，是成绩未出，不是0分。",
            ],
            Self::R8 => {
                &["最终成绩＝县评定；县未调整时＝学校评定。县评定与学校评定不同的，须有调整理由。"]
            }
            Self::R9 => {
                &["名单取自最近一次已公示的资格认定；身份证号只列后四位；学时为已认定学时。"]
            }
            Self::R12 => &["列入已获学校及以上推荐的作品；展评分为已完成专家评分的平均分。"],
            Self::Roster => &["列序与名册导入模板相同，填改后可直接导入；含个人信息，请妥善保管。"],
            Self::RosterMasked => {
                &["身份证号、手机号按查看人的权限隐去；隐去后的文件不能用于导入。"]
            }
            Self::R15 => &[
                "完成率＝完成人数÷选课人数×100，保留两位小数；选课人数少于5人的只列人数。",
                "学科总学时为本项目目录中该学科全部课程的学时之和，应多于200学时。",
            ],
        }
    }
}

const R1: &[&str] = &[
    "#序号",
    "乡镇",
    "学校",
    "#应参训人数",
    "#登录人数",
    "#参训率",
    "#有效学习人数",
    "#学习率",
    "#合格人数",
    "#合格率",
    "#优秀人数",
    "#优秀率",
    "#平均学时",
    "#平均分",
    "#较上期±",
    "#名次",
    "备注",
];
const R7: &[&str] = &[
    "#序号",
    "学校",
    "班级",
    "工作坊",
    "姓名",
    "性别",
    "学段",
    "学科",
    "#课程学习",
    "#研修活动",
    "#资源",
    "#实践作业",
    "#出勤",
    "#态度与效果",
    "#任务质量",
    "#网络合计",
    "#线下合计",
    "#总分",
    "结论",
    "学员确认",
];
/// The last column is ours: by it the filled list can be imported again.
const R8: &[&str] = &[
    "#序号",
    "姓名",
    "学科",
    "实践任务",
    "#完成情况(分)",
    "#应用成效(分)",
    "出勤(分)",
    "#学校评定",
    "#县评定",
    "调整理由",
    "评定人",
    "日期",
    "学校盖章",
    "县盖章",
    "学员编号",
];
const R9: &[&str] = &[
    "#序号",
    "县",
    "学校",
    "姓名",
    "性别",
    "身份证号(后四位)",
    "学段学科",
    "#学时",
    "#成绩",
    "等次",
    "证书编号",
];
const R12: &[&str] = &[
    "编号",
    "题目",
    "作者",
    "学校",
    "学段",
    "学科",
    "教材版本",
    "年级/册",
    "章节",
    "知识点",
    "类型",
    "当前阶段",
    "学校推荐人/时间",
    "区域推荐人/时间",
    "展评分/等次",
    "入库级别",
    "查重结果",
];
const R15: &[&str] = &[
    "学科",
    "#模块",
    "课程",
    "#学时",
    "#选课人数",
    "#完成人数",
    "#完成率",
    "满意度",
    "#学科总学时",
    "学科总学时>200",
];

/// As the template of the roster's import, so that the list can be imported again.
const ROSTER: &[&str] = &[
    "#序号",
    "学员编号",
    "姓名",
    "性别",
    "身份证号",
    "手机号",
    "单位",
    "学校标识码",
    "乡镇",
    "学段",
    "学科",
    "职务",
    "职称",
    "#教龄",
    "学历",
    "备注",
];

/// The definitions of the four rates and the means (s.49).
pub const RATES: &[&str] = &[
    "参训率＝登录人数÷应参训人数×100；学习率＝有效学习人数÷应参训人数×100；\
     合格率＝合格人数÷应参训人数×100；优秀率＝优秀人数÷应参训人数×100；均保留两位小数。",
    "有效学习：至少有一门课程已计学时。合格与优秀取自最近一次已公示的资格认定；优秀计入合格。",
    "上级合计由各单位人数相加后再计算，不取各单位比率的平均；不足5人的单位只列人数，不列比率与名次。",
    "登录：在本平台首次登录并确认信息；学习由课程机构报来，不经本平台登录，学习率可以高于参训率。",
    "平均学时、平均分以应参训人数、各项成绩都已出的人数为分母；比率的单位是百分数（%）。",
];

/// Ranks units by their pass and then their study rate, as `(qualified, studied, expected)`;
/// equal ones share a place, and units of fewer than five people have none.
#[must_use]
pub fn ranks(units: &[(u64, u64, u64)]) -> Vec<Option<u64>> {
    let better = |one: &(u64, u64, u64), other: &(u64, u64, u64)| {
        let cross = |mine: u64, yours: u64| {
            let left = u128::from(mine).saturating_mul(u128::from(other.2));
            let right = u128::from(yours).saturating_mul(u128::from(one.2));
            left.cmp(&right)
        };
        cross(one.0, other.0).then(cross(one.1, other.1))
    };
    let counted = |unit: &&(u64, u64, u64)| unit.2 >= crate::rates::FEWEST;
    let mut sorted: Vec<(usize, &(u64, u64, u64))> =
        units.iter().enumerate().filter(|(_, unit)| counted(unit)).collect();
    sorted.sort_by(|(_, one), (_, other)| better(other, one));
    let mut places = vec![None; units.len()];
    let (mut last, mut place) = (None, 0_u64);
    for (count, (at, unit)) in (1_u64..).zip(sorted) {
        if last.is_none_or(|last| better(unit, last).is_ne()) {
            place = count;
        }
        last = Some(unit);
        if let Some(slot) = places.get_mut(at) {
            *slot = Some(place);
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_ranked_by_rate_and_small_ones_not_at_all() {
        let units = [(9, 9, 10), (45, 50, 50), (3, 3, 3), (5, 9, 10), (18, 18, 20), (0, 0, 5)];
        let places = [Some(2), Some(1), None, Some(4), Some(2), Some(5)];
        assert_eq!(ranks(&units), places);
    }

    #[test]
    fn every_report_has_its_columns_and_says_what_they_mean() {
        let counts = [17, 20, 15, 11, 17, 10, 16, 16];
        for (code, count) in ReportCode::ALL.into_iter().zip(counts) {
            assert_eq!(code.columns().len(), count, "{code}");
            assert!(!code.definitions().is_empty() && !code.title().is_empty());
        }
        assert!(ReportCode::R9.is_personal() && ReportCode::Roster.is_personal());
        assert!(!ReportCode::Roster.on_screen().is_personal());
    }
}

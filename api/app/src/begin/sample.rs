use std::path::Path;

use chrono::NaiveDate;
use domain::{
    Hundredths,
    access::Role,
    columns::ImportKind,
    homework::Criterion,
    policy::{PolicySet, PromotionQuotas},
};
use store::{
    begin::{self as rows, NewProject, Phase, Region},
    bulk::{
        groups::{NewAppointment, insert_appointments, load_trainees},
        roster::insert_people,
    },
};
use uuid::Uuid;

use super::{of_program, open_account, person};
use crate::{
    Context, Error, Event, Result, Unit, Work, catalog, homework,
    imports::{self, Terms, Upload},
};

/// The sample project's code; its trainees' numbers begin with it.
const PROJECT: &str = "FY2020";

/// A demonstration account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demo {
    pub role: Role,
    pub name: String,
    pub login: String,
    pub password: String,
}

const FILES: [(ImportKind, &str); 12] = [
    (ImportKind::Schools, "schools.csv"),
    (ImportKind::Roster, "roster.xlsx"),
    (ImportKind::Classes, "classes.csv"),
    (ImportKind::ClassMembers, "class-members.csv"),
    (ImportKind::Workshops, "workshops.csv"),
    (ImportKind::Staff, "staff.csv"),
    (ImportKind::Catalog, "catalog.csv"),
    (ImportKind::Selections, "selections.csv"),
    (ImportKind::OnlineProgress, "online-progress.jsonl"),
    (ImportKind::OnlineScores, "online-scores.csv"),
    (ImportKind::PracticeScores, "practice-scores.xlsx"),
    (ImportKind::Homework, "homework.jsonl"),
];

/// Loads the sample county from its files, as a county office would: by imports. Makes one
/// demonstration account for each role. Does nothing when anybody has an account already.
pub async fn load_sample(ctx: &Context, folder: &Path) -> Result<Vec<Demo>> {
    if !rows::is_empty(&ctx.look()).await? {
        return Ok(vec![]);
    }
    let (project, county) = ctx.run(async |work| found(work).await).await?;
    let program = of_program(&ctx.services, project, county);
    for (kind, name) in FILES {
        let content = tokio::fs::read(folder.join(name)).await;
        let content = content.map_err(|cause| Error::fault(format!("{name}: {cause}")))?;
        import(&program, project, kind, name, content).await?;
        if kind == ImportKind::Catalog {
            program.run(async |work| catalog::publish(work, project, None).await).await?;
        }
    }
    super::works::praise(&program, project).await?;
    super::experts::hire(&program, project, county).await?;
    program.run(async |work| homework::create(work, project, task()).await).await?;
    accounts(&program, project, county).await
}

async fn import(
    ctx: &Context,
    project: Uuid,
    kind: ImportKind,
    name: &str,
    content: Vec<u8>,
) -> Result<()> {
    let upload = Upload { project, kind, file_name: name.to_owned(), content: &content };
    let job = ctx.run(async |work| imports::upload(work, upload.clone()).await).await?;
    let checked = imports::check(ctx, job.id).await?;
    if checked.status != "checked" {
        let problem = checked.problem.unwrap_or_default();
        return Err(Error::fault(format!("{name} was refused: {problem}")));
    }
    ctx.run(async |work| imports::commit(work, job.id, Terms::default()).await).await?;
    tracing::info!(name, counts = checked.counts, "sample file imported");
    Ok(())
}

fn day(month: u32, day: u32) -> Result<NaiveDate> {
    NaiveDate::from_ymd_opt(2020, month, day).ok_or_else(|| Error::fault("a date"))
}

/// The region's chain and the project with its policy, phases, bases and practice round.
async fn found(work: &Work<'_>) -> Result<(Uuid, Uuid)> {
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let county = regions(work).await?;
    let project = ctx.new_id();
    let new = NewProject {
        id: project,
        code: PROJECT.to_owned(),
        name: "扶余市信息技术应用能力提升培训项目".to_owned(),
        programme: "itaa_1".to_owned(),
        level: "provincial".to_owned(),
        region: county,
        provider: "示例课程机构".to_owned(),
        headcount: 975,
        status: "running".to_owned(),
        starts_on: day(5, 20)?,
        ends_on: day(12, 31)?,
        policy: ctx.new_id(),
        policy_body: serde_json::to_string(&policy()).map_err(Error::fault)?,
        policy_note: "预设政策；推优名额按本县已有成果放宽；申诉期为 0 天，便于一次走完".to_owned(),
    };
    rows::insert_project(&work.tx, new, now).await?;
    for (position, basis) in (1_i32..).zip(BASES) {
        rows::insert_basis(&work.tx, project, ctx.new_id(), position, basis).await?;
    }
    phases(work, project).await?;
    let days = (day(10, 1)?, day(12, 15)?);
    rows::insert_round(&work.tx, project, ctx.new_id(), "线下实践测评", days, now).await?;
    work.record(Event::new("sample.founded", "project", project));
    Ok((project, county))
}

/// Something to write and to mark by a rubric. Nobody has to: the sample tells who is through.
fn task() -> homework::Wish {
    let rubric = [("目标明确", 20), ("技术应用", 30), ("学习活动", 30), ("反思改进", 20)];
    homework::Wish {
        phase: None,
        workshop: None,
        subject: None,
        stage: None,
        title: "信息技术应用教学设计".to_owned(),
        instructions: "结合所选课程，写一份用信息技术改进教学的设计，并附课后反思。".to_owned(),
        rubric: rubric
            .map(|(name, max)| Criterion { name: name.to_owned(), max: Hundredths::whole(max) })
            .to_vec(),
        max_score: Hundredths::whole(100),
        required: false,
        opens_at: None,
        due_at: None,
        late_allowed: true,
        open: true,
    }
}

/// The preset, with room on the ladder above what the county's works have climbed already, and
/// without days of appeal, so that everything can be tried to its end in one sitting.
fn policy() -> PolicySet {
    let quotas = PromotionQuotas { workshop_percent: 60, school_percent: 40, region_percent: 20 };
    PolicySet { quotas, appeal_days: 0, ..PolicySet::preset() }
}

/// Title, number and issuer of the documents the project rests on.
const BASES: [(&str, &str, &str); 2] = [
    (
        "关于做好中小学幼儿园教师国家级培训计划实施工作的通知",
        "教师厅2号",
        "教育部办公厅、财政部办公厅",
    ),
    ("关于做好中小学教师信息技术应用能力提升工程实施工作的通知", "吉教师21号", "吉林省教育厅"),
];

/// Province, city and county, each within the one before; answers the county.
async fn regions(work: &Work<'_>) -> Result<Uuid> {
    let (ctx, mut parent) = (work.ctx(), None);
    let mut county = Uuid::nil();
    for (kind, code, name) in
        [("province", "22", "吉林省"), ("city", "2207", "松原市"), ("county", "220781", "扶余市")]
    {
        county = ctx.new_id();
        let within = (kind == "county").then_some(county);
        let region = Region { id: county, kind, parent, county: within, code, name };
        rows::insert_region(&work.tx, &region, ctx.now()).await?;
        parent = Some(county);
    }
    Ok(county)
}

async fn phases(work: &Work<'_>, project: Uuid) -> Result<()> {
    for (seq, name, starts_on, ends_on, modules, activity) in [
        (1, "诊断与选学", day(5, 20)?, day(6, 30)?, "[1]", "[\"项目启动会\"]"),
        (2, "网络研修", day(7, 1)?, day(9, 30)?, "[2,3]", "[\"主题研讨\"]"),
        (3, "实践与展评", day(10, 1)?, day(12, 31)?, "[4]", "[\"成果展评\"]"),
    ] {
        let phase = Phase {
            id: work.ctx().new_id(),
            seq,
            name: name.to_owned(),
            starts_on,
            ends_on,
            modules: modules.to_owned(),
            activities: activity.to_owned(),
            grade_components: "[\"online\",\"offline\"]".to_owned(),
        };
        rows::insert_phase(&work.tx, project, phase).await?;
    }
    Ok(())
}

/// Who shows which role; of two, the second signs what the first decided. Of the three experts of
/// a subject one recommends works in the region and the others judge them blind. Trainees'
/// numbers are those of the sample roster.
const CAST: [(Role, &str, &str); 16] = [
    (Role::Trainee, "FY0003", ""),
    (Role::WorkshopLeader, "FY0044", ""),
    (Role::SchoolAdmin, "FY0002", ""),
    (Role::JointClassAdmin, "FY0432", ""),
    (Role::SubjectExpert, "expert", "语文学科专家"),
    (Role::SubjectExpert, "expert2", "语文学科专家乙"),
    (Role::SubjectExpert, "expert3", "语文学科专家丙"),
    (Role::SubjectExpert, "expert4", "数学学科专家"),
    (Role::SubjectExpert, "expert5", "数学学科专家乙"),
    (Role::SubjectExpert, "expert6", "数学学科专家丙"),
    (Role::CountyAdmin, "county", "县管理员甲"),
    (Role::CountyAdmin, "county2", "县管理员乙"),
    (Role::ProjectTeam, "project", "项目组一"),
    (Role::ProjectTeam, "project2", "项目组二"),
    (Role::PlatformOperator, "operator", "平台运维"),
    (Role::Auditor, "auditor", "审计员"),
];

async fn accounts(ctx: &Context, project: Uuid, county: Uuid) -> Result<Vec<Demo>> {
    let password = format!("demo-{}", ctx.services.vault.random_code()?.to_lowercase());
    let hash = ctx.services.passwords.hash(&password, &[]).await?;
    ctx.run(async |work| {
        let trainees = load_trainees(work, project).await?;
        let mut demos = vec![];
        for (role, login, name) in CAST {
            let person = match trainees.get(login) {
                Some(trainee) => trainee.person,
                None => staff(work, project, county, role, login, name).await?,
            };
            let known = trainees.get(login).map(|trainee| trainee.name.clone());
            open_account(work, person, &hash).await?;
            demos.push(Demo {
                role,
                name: known.unwrap_or_else(|| name.to_owned()),
                login: login.to_owned(),
                password: password.clone(),
            });
        }
        work.record(Event::new("sample.accounts_opened", "project", project));
        Ok(demos)
    })
    .await
}

/// Somebody of the staff file by name, or somebody new for a role the file has not.
async fn staff(
    work: &Work<'_>,
    project: Uuid,
    county: Uuid,
    role: Role,
    login: &str,
    name: &str,
) -> Result<Uuid> {
    let (ctx, now) = (work.ctx(), work.ctx().now());
    if let Some(id) = rows::find_staff(work, name).await? {
        rows::name_account(&work.tx, id, &login.to_uppercase()).await?;
        return Ok(id);
    }
    let (id, account) = (ctx.new_id(), ctx.new_id());
    let new = person(ctx, id, account, name, Some(login.to_uppercase()));
    insert_people(&work.tx, vec![new], now).await?;
    let grant = NewAppointment {
        id: ctx.new_id(),
        person: id,
        project: Some(project),
        role: role.as_str().to_owned(),
        scope_kind: "project".to_owned(),
        scope: Some(if role == Role::Auditor { project } else { county }),
        subject: None,
        title: None,
        created_by: None,
    };
    insert_appointments(&work.tx, vec![grant], now).await?;
    Ok(id)
}

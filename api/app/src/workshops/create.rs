use super::*;

/// What is to host a workshop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    School(Uuid),
    /// A joint class.
    Class(Uuid),
}

/// A workshop to be opened.
#[derive(Debug, Clone)]
pub struct NewWorkshop {
    pub host: Host,
    pub family: Family,
    pub name: String,
    /// The person who is to lead it.
    pub leader: Option<Uuid>,
    /// Why a limit may be passed.
    pub reason: Option<String>,
}

/// What is known of a host: county, code and name, and whose it is.
struct Ground {
    code: String,
    kind: HostKind,
    id: Uuid,
    target: Target,
}

/// Opens a workshop. A host has at most six, and one of each family, unless there is a reason.
pub async fn create(work: &Work<'_>, project: Uuid, new: NewWorkshop) -> Result<Seen> {
    let (project, _) = projects::find(work, project).await?;
    let ground = ground(work, &project, new.host).await?;
    work.may(Rule::O05Edit, &ground.target)?;
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let reason = new.reason.as_deref();
    // Whoever opens a workshop of this host at the same time waits here, so the count below holds.
    seats::hold(&work.tx, "workshop_host", ground.id).await?;
    let hosted = rows::hosted(work, project.id, &[ground.id]).await?;
    let count = u32::try_from(hosted.len()).unwrap_or(u32::MAX).saturating_add(1);
    let policy = projects::policy_of(work, project.id).await?;
    let passing = policy.admit_workshop(count, reason)?;
    let families: Vec<Family> = hosted.iter().map(|one| one.family).collect();
    let again = admit_family(&families, new.family, reason)?;
    seats::take(&work.tx, "workshop_host", ground.id, 1, None).await?;
    seats::take(&work.tx, "workshop_code", ground.id, 1, None).await?;
    let number = seats::taken(work, "workshop_code", ground.id).await?;
    let mut one = Workshop {
        id: ctx.new_id(),
        project: project.id,
        county: project.region,
        code: workshop_code(&project.code, &ground.code, number),
        name: new.name,
        family: new.family,
        level: ground.kind.level(),
        host_kind: ground.kind,
        host: ground.id,
        leader: None,
        status: "running".to_owned(),
        reason: new.reason.clone(),
        version: 1,
        created_at: now,
    };
    let target = Target { workshop: Some(one.id), ..ground.target };
    if let Some(person) = new.leader {
        leaders::eligible(work, &one, &target, person).await?;
        one.leader = Some(person);
    }
    rows::insert(&work.tx, &one).await?;
    if let Some(person) = new.leader {
        leaders::grant(work, &one, Role::WorkshopLeader, person).await?;
    }
    note(work, &one, &target, passing == Passing::Excepted, again).await?;
    let event = Event::new("workshop.created", "workshop", one.id).at(&target);
    work.record(event.with("family", one.family.as_str()).with("code", one.code.clone()));
    look_at(work, one, &target).await
}

async fn ground(work: &Work<'_>, project: &projects::Project, host: Host) -> Result<Ground> {
    match host {
        Host::School(id) => {
            let school = class_rows::schools(work, project.region, &[id]).await?.pop();
            let school = school.ok_or_else(|| unknown("/school_id"))?;
            let target = Target {
                project: Some(project.id),
                county: Some(project.region),
                school: Some(id),
                ..Target::default()
            };
            Ok(Ground { code: school.code, kind: HostKind::School, id, target })
        }
        Host::Class(id) => {
            let class = class_rows::find(work, id).await?;
            let class = class.filter(|one| one.project == project.id);
            let class = class.filter(|one| one.kind == ClassKind::Joint);
            let class = class.ok_or_else(|| unknown("/class_id"))?;
            let target = classes::target(&class);
            work.may_read(Rule::O03Read, &target)?;
            Ok(Ground { code: class.code, kind: HostKind::Class, id, target })
        }
    }
}

fn unknown(pointer: &str) -> Refusal {
    let detail = "Name a school of the project's county, or a joint class of the project.";
    Refusal::field(pointer, "host_unknown", detail)
}

/// Lists what passed a limit among the county's exceptions.
async fn note(
    work: &Work<'_>,
    one: &Workshop,
    target: &Target,
    many: bool,
    again: bool,
) -> Result<()> {
    let kinds = [("too_many_workshops", many), ("family_taken", again)];
    let passed = kinds.into_iter().filter(|(_, passed)| *passed).map(|(kind, _)| {
        let reason = one.reason.as_deref().unwrap_or_default();
        let place = (one.project, one.county);
        let mut exception = excepted(work, kind, ("workshop", one.id), place, reason);
        exception.school = target.school;
        exception
    });
    Ok(exceptions::insert(&work.tx, passed.collect()).await?)
}

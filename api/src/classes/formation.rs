use app::classes::formation::{self, Proposal};
use domain::reference::Family;

use super::*;
use crate::answer::show;

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_formation_proposals);
}

/// A class worth forming.
#[derive(Serialize, ToSchema)]
#[schema(as = ClassProposal)]
pub struct ClassProposalView {
    kind: ClassKind,
    schools: Vec<SchoolNameView>,
    enrollment_ids: Vec<Uuid>,
    /// `alone`: too small to stand alone, and no partner in its town has room.
    #[schema(required)]
    note: Option<&'static str>,
}

/// A workshop worth opening, or one that could take these people in.
#[derive(Serialize, ToSchema)]
#[schema(as = WorkshopProposal)]
pub struct WorkshopProposalView {
    school: SchoolNameView,
    family: Family,
    /// Whether the school has a workshop of the family already.
    exists: bool,
    enrollment_ids: Vec<Uuid>,
}

/// What the formation assistant proposes; it changes nothing.
#[derive(Serialize, ToSchema)]
#[schema(as = FormationProposal)]
pub struct FormationProposalView {
    classes: Vec<ClassProposalView>,
    workshops: Vec<WorkshopProposalView>,
}

fn view(proposal: Proposal) -> FormationProposalView {
    let Proposal { formation, names } = proposal;
    let school =
        |id: Uuid| SchoolNameView { id, name: names.get(&id).cloned().unwrap_or_default() };
    let classes = formation.classes.into_iter().map(|one| ClassProposalView {
        kind: one.kind,
        schools: one.schools.into_iter().map(school).collect(),
        enrollment_ids: one.enrollments,
        note: one.note,
    });
    let workshops = formation.workshops.into_iter().map(|one| WorkshopProposalView {
        school: school(one.school),
        family: one.family,
        exists: one.exists,
        enrollment_ids: one.enrollments,
    });
    FormationProposalView { classes: classes.collect(), workshops: workshops.collect() }
}

#[derive(Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListFormationProposals {
    /// Only this school; left out, every school that one may place trainees of.
    school_id: Option<Uuid>,
}

/// Propose classes and workshops for those who have none yet, and partners for small schools.
#[utoipa::path(
    tag = "classes",
    operation_id = "list_formation_proposals",
    params(("id" = Uuid, Path), ListFormationProposals),
    responses((status = 200, description = "The proposal", body = FormationProposalView)),
    extensions(("x-authz" = json!("O04")), ("x-functions" = json!(["F08", "F09", "F11"])))
)]
#[get("/projects/{id}/formation-proposals")]
async fn list_formation_proposals(
    caller: Caller,
    id: Path<Uuid>,
    Params(wish): Params<ListFormationProposals>,
) -> Reply {
    let proposal = formation::propose(&caller.look(), *id, wish.school_id).await?;
    Ok(show(&view(proposal)))
}

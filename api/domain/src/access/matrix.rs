use uuid::Uuid;

use super::{Actor, Appointment, Role, Rule};
use crate::refusal::{Kind, Refusal};

const TABLE: &str = include_str!("../../data/access.csv");
const COLUMNS: usize = 12;

/// How far a cell reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    Own,
    Workshop,
    Class,
    JointClass,
    School,
    Region,
    County,
    Project,
    Records,
    Subtree,
    System,
    Anyone,
}

/// One alternative of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub scope: Scope,
    pub not_own: bool,
    pub masked: bool,
    pub aggregate: bool,
    pub step_up: bool,
    pub second_person: bool,
}

/// The facts about a thing that decide whose it is. Leave what does not apply empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Target {
    pub project: Option<Uuid>,
    pub county: Option<Uuid>,
    pub school: Option<Uuid>,
    pub class: Option<Uuid>,
    pub workshop: Option<Uuid>,
    /// Code of the subject, for subject experts.
    pub subject: Option<String>,
    /// The person whose work, score or record it is.
    pub owner: Option<Uuid>,
    pub provider: Option<String>,
    /// Schools that a joint class or its workshop spans.
    pub member_schools: Vec<Uuid>,
}

/// Leave to go on, and in which role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pass {
    pub role: Role,
    pub scope: Scope,
    pub masked: bool,
    pub aggregate: bool,
    pub second_person: bool,
}

/// What an actor reaches by a rule: lists are narrowed to the union of these.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Only things of this project.
    pub project: Uuid,
    /// The whole project.
    pub all: bool,
    pub counties: Vec<Uuid>,
    pub schools: Vec<Uuid>,
    pub classes: Vec<Uuid>,
    pub workshops: Vec<Uuid>,
    /// (county, subject code) of subject experts.
    pub subjects: Vec<(Uuid, String)>,
    /// The person's own things.
    pub person: Option<Uuid>,
}

impl Reach {
    /// Whether nothing at all can be reached.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.all
            && self.counties.is_empty()
            && self.schools.is_empty()
            && self.classes.is_empty()
            && self.workshops.is_empty()
            && self.subjects.is_empty()
            && self.person.is_none()
    }
}

pub(super) fn row_of(rule: Rule) -> &'static str {
    let at = Rule::ALL.iter().position(|one| *one == rule).unwrap_or(usize::MAX);
    TABLE.lines().skip(1).nth(at).unwrap_or_default()
}

impl Rule {
    /// The alternatives of a role's cell; empty when the role may not.
    #[must_use]
    pub fn cells(self, role: Role) -> Vec<Cell> {
        let Some(column) = role.column() else {
            return self
                .cells(Role::Trainee)
                .into_iter()
                .filter(|c| c.scope == Scope::Anyone)
                .collect();
        };
        let row = self.row();
        let from_end = COLUMNS.saturating_sub(column).saturating_sub(1);
        let text = row.rsplit(',').nth(from_end).unwrap_or_default();
        text.split(' ').filter_map(Cell::parse).collect()
    }
}

impl Cell {
    fn parse(text: &str) -> Option<Self> {
        let mut letters = text.chars();
        let scope = match letters.next()? {
            's' => Scope::Own,
            'w' => Scope::Workshop,
            'c' => Scope::Class,
            'j' => Scope::JointClass,
            'h' => Scope::School,
            'r' => Scope::Region,
            'k' => Scope::County,
            'p' => Scope::Project,
            'o' => Scope::Records,
            't' => Scope::Subtree,
            'y' => Scope::System,
            '*' => Scope::Anyone,
            _ => return None,
        };
        let flags = letters.as_str();
        Some(Self {
            scope,
            not_own: flags.contains('!'),
            masked: flags.contains('m'),
            aggregate: flags.contains('a'),
            step_up: flags.contains('u'),
            second_person: flags.contains('2'),
        })
    }

    fn covers(self, actor: &Actor, held: &Appointment, target: &Target) -> bool {
        if self.scope == Scope::System {
            return true;
        }
        let same_project = target.project.is_none_or(|project| {
            held.project == Some(project) || (held.project.is_none() && actor.belongs_to(project))
        });
        let is = |place: Option<Uuid>| place.is_some() && place == held.scope;
        same_project
            && match self.scope {
                Scope::Own => target.owner == Some(actor.id),
                Scope::Workshop => is(target.workshop),
                Scope::Class | Scope::JointClass => is(target.class),
                Scope::School => {
                    is(target.school)
                        || held.scope.is_some_and(|own| target.member_schools.contains(&own))
                }
                Scope::Region => is(target.county) && target.subject == held.subject,
                Scope::County => is(target.county) || held.is_over(target.project),
                Scope::Project => target.project.is_some() && target.project == held.project,
                Scope::Records => target.provider.is_some() && target.provider == actor.provider,
                Scope::Subtree => held.scope.is_some() && (is(target.county) || is(target.school)),
                Scope::Anyone | Scope::System => true,
            }
    }
}

impl Actor {
    /// Whether a rule lets the actor act on the target, and in which role. What the actor
    /// could only do to other people's things is refused as `self-dealing` (S1).
    pub fn may(&self, rule: Rule, target: &Target) -> Result<Pass, Refusal> {
        self.may_as(rule, target, |_| true)
    }

    /// As [`Actor::may`], by those of the actor's roles only that fit.
    pub(super) fn may_as(
        &self,
        rule: Rule,
        target: &Target,
        fits: impl Fn(Role) -> bool,
    ) -> Result<Pass, Refusal> {
        let mut own = false;
        let mut stale = false;
        for held in self.rights().filter(|held| fits(held.role)) {
            for cell in rule.cells(held.role) {
                if !cell.covers(self, &held, target) {
                    continue;
                }
                if cell.not_own && target.owner == Some(self.id) {
                    own = true;
                } else if cell.step_up && !self.fresh {
                    stale = true;
                } else {
                    return Ok(Pass {
                        role: held.role,
                        scope: cell.scope,
                        masked: cell.masked,
                        aggregate: cell.aggregate,
                        second_person: cell.second_person,
                    });
                }
            }
        }
        Err(match (own, stale) {
            (true, _) => Refusal::new(Kind::SelfDealing, "Nobody decides on their own work."),
            (_, true) => Refusal::new(Kind::StepUpRequired, "Give your password again first."),
            _ => Refusal::forbidden(),
        })
    }

    /// As [`Actor::may`], but what the actor may not even read does not exist for them.
    pub fn may_seeing(&self, rule: Rule, read: Rule, target: &Target) -> Result<Pass, Refusal> {
        self.may(rule, target).map_err(|refusal| match (refusal.kind, self.may(read, target)) {
            (Kind::Forbidden, Err(_)) => Refusal::not_found(),
            _ => refusal,
        })
    }

    /// What the actor may list in a project by a rule.
    #[must_use]
    pub fn reach(&self, rule: Rule, project: Uuid) -> Reach {
        let mut reach = Reach { project, ..Reach::default() };
        if !self.belongs_to(project) {
            return reach;
        }
        for held in self.rights().filter(|held| held.project.is_none_or(|own| own == project)) {
            for cell in rule.cells(held.role) {
                reach.widen(self.id, &held, cell);
            }
        }
        reach
    }

    /// Every right in force, the active appointment first. Being enrolled makes a trainee.
    fn rights(&self) -> impl Iterator<Item = Appointment> {
        let mut held = self.appointments.clone();
        held.sort_by_key(|one| Some(one.id) != self.active);
        held.into_iter().chain(self.memberships.iter().flat_map(|place| {
            [place.workshop, place.class, None].map(|scope| Appointment {
                id: place.enrollment,
                role: Role::Trainee,
                project: Some(place.project),
                scope,
                subject: None,
            })
        }))
    }
}

impl Reach {
    fn widen(&mut self, person: Uuid, held: &Appointment, cell: Cell) {
        match (cell.scope, held.scope) {
            (Scope::Anyone | Scope::Project | Scope::System | Scope::Records, _) => self.all = true,
            // Every county of the project, for those appointed over the whole of it (auditors).
            (Scope::County, _) if held.is_over(held.project) => self.all = true,
            (Scope::Own, _) => self.person = Some(person),
            (Scope::Workshop, Some(id)) => self.workshops.push(id),
            (Scope::Class | Scope::JointClass, Some(id)) => self.classes.push(id),
            (Scope::School, Some(id)) => self.schools.push(id),
            (Scope::County, Some(id)) => self.counties.push(id),
            (Scope::Region, Some(id)) => {
                self.subjects.extend(held.subject.clone().map(|subject| (id, subject)));
            }
            (Scope::Subtree, Some(id)) => {
                self.counties.push(id);
                self.schools.push(id);
            }
            _ => {}
        }
    }
}

//! API clients: who they are, their secrets, and what they may (F68).

use std::sync::Arc;

use chrono::Duration;
use domain::{
    Kind, Refusal,
    access::{Actor, Appointment, Role, Rule, Target},
};
pub use store::clients::Client;
use store::{
    bulk,
    clients::{self as rows, Secret},
    organizations,
};
use uuid::Uuid;

use crate::{
    Context, Event, Result, Services, Unit, Work,
    secrets::{same, sha256},
};

/// What a client may be given, and the kind of client that may hold it.
pub const SCOPES: [&str; 6] = [
    "catalog:write",
    "learning-results:write",
    "learning-results:read",
    "roster:read",
    "statistics:read",
    "qualifications:read",
];

/// A year, the longest a client or secret lives.
const LIFE_DAYS: i64 = 365;
/// How long an earlier secret still works after rotation.
const OVERLAP_DAYS: i64 = 7;

/// The client behind a token; `None` when it is disabled or has run out.
pub async fn identify(services: &Arc<Services>, id: Uuid) -> Result<Option<Arc<Actor>>> {
    let Some(client) = rows::find(&services.db.read(), id).await? else { return Ok(None) };
    if client.disabled_at.is_some() || client.expires_at <= services.now() {
        return Ok(None);
    }
    let role =
        if client.kind == "course_provider" { Role::CourseProvider } else { Role::ThirdParty };
    let held = Appointment {
        id: client.id,
        role,
        project: client.project,
        scope: client.organization,
        subject: None,
    };
    Ok(Some(Arc::new(Actor {
        id: client.id,
        is_client: true,
        appointments: vec![held],
        scopes: client.scopes,
        provider: client.provider,
        ..Actor::default()
    })))
}

/// Refuses an API client that was not given the scope; people hold roles instead.
pub(crate) fn holds_scope(actor: &Actor, scope: &str) -> Result<()> {
    if !actor.is_client || actor.scopes.iter().any(|held| held == scope) {
        return Ok(());
    }
    let detail = format!("This client does not hold the scope {scope}.");
    Err(Refusal::rule(Kind::Forbidden, "scope_missing", detail).into())
}

/// Client credentials: the client whose secret this is, and the scopes it asked for.
pub async fn authenticate(
    ctx: &Context,
    id: Uuid,
    secret: &str,
    wanted: &[String],
) -> Result<(Client, Vec<String>)> {
    let wrong = || Refusal::new(Kind::InvalidCredentials, "The client or its secret is wrong.");
    let look = ctx.look();
    let hash = sha256(secret.as_bytes());
    let kept = rows::list_secrets(&look, id, ctx.now()).await?;
    let fits = kept.iter().find(|one| same(&one.hash, &hash));
    let client = rows::find(&look, id).await?;
    let (secret, client) = fits.zip(client).ok_or_else(wrong)?;
    if client.disabled_at.is_some() || client.expires_at <= ctx.now() {
        return Err(wrong().into());
    }
    if let Some(scope) = wanted.iter().find(|scope| !client.scopes.contains(scope)) {
        let detail = format!("This client does not hold the scope {scope}.");
        return Err(Refusal::field("/scope", "scope_not_held", detail).into());
    }
    ctx.run(async |work| {
        rows::note_use(&work.tx, secret.id, ctx.now()).await?;
        work.record(Event::new("client.token_issued", "api_client", client.id));
        Ok(())
    })
    .await?;
    let scopes = if wanted.is_empty() { client.scopes.clone() } else { wanted.to_vec() };
    Ok((client, scopes))
}

/// A client to be made.
#[derive(Debug, Clone)]
pub struct NewClient {
    pub name: String,
    pub kind: Role,
    pub project: Uuid,
    pub organization: Option<Uuid>,
    pub provider: Option<String>,
    pub scopes: Vec<String>,
}

/// Makes a client with its first secret, which is shown this once.
pub async fn create(work: &Work<'_>, new: NewClient) -> Result<(Client, String)> {
    let target = Target { project: Some(new.project), ..Target::default() };
    work.may_seeing(Rule::I01Manage, Rule::O01Read, &target)?;
    if !matches!(new.kind, Role::CourseProvider | Role::ThirdParty) {
        let detail = "A client is a course_provider or a third_party.";
        return Err(Refusal::field("/kind", "unknown_kind", detail).into());
    }
    if new.kind == Role::CourseProvider && new.provider.as_deref().is_none_or(str::is_empty) {
        let detail = "Name the provider whose results this client sends.";
        return Err(Refusal::field("/provider", "provider_missing", detail).into());
    }
    let known = |scope: &String| SCOPES.contains(&scope.as_str());
    if new.scopes.is_empty() || !new.scopes.iter().all(known) {
        let detail = format!("Choose from: {}.", SCOPES.join(", "));
        return Err(Refusal::field("/scopes", "unknown_scope", detail).into());
    }
    if let Some(id) = new.organization {
        let county = bulk::project::region(work, new.project).await?;
        let school = match county {
            Some(county) => organizations::is_school_of(work, id, county).await?,
            None => false,
        };
        if !school && county != Some(id) {
            let detail = "Choose the project's county or a school of it.";
            return Err(Refusal::field("/organization_id", "scope_unknown", detail).into());
        }
    }
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let client = Client {
        id: ctx.new_id(),
        name: new.name,
        kind: new.kind.as_str().to_owned(),
        project: Some(new.project),
        organization: new.organization,
        provider: new.provider,
        scopes: new.scopes,
        created_by: Some(ctx.actor.id),
        created_at: now,
        expires_at: now.checked_add_signed(Duration::days(LIFE_DAYS)).unwrap_or(now),
        disabled_at: None,
        version: 1,
    };
    rows::insert(&work.tx, &client).await?;
    let secret = add_secret(work, &client).await?;
    work.record(Event::new("client.created", "api_client", client.id).at(&target));
    Ok((client, secret))
}

async fn add_secret(work: &Work<'_>, client: &Client) -> Result<String> {
    let (ctx, now) = (work.ctx(), work.ctx().now());
    let secret = format!("tsk_{}", ctx.services.vault.random_text(32)?);
    let row = Secret {
        id: ctx.new_id(),
        client: client.id,
        prefix: secret.chars().take(10).collect(),
        hash: sha256(secret.as_bytes()),
        created_at: now,
        expires_at: client.expires_at,
    };
    rows::insert_secret(&work.tx, &row).await?;
    Ok(secret)
}

/// The clients of a project.
pub async fn list(unit: &impl Unit, project: Uuid) -> Result<Vec<Client>> {
    let target = Target { project: Some(project), ..Target::default() };
    unit.may_seeing(Rule::I01Read, Rule::O01Read, &target)?;
    Ok(rows::list(unit, Some(project)).await?)
}

async fn managed(work: &Work<'_>, id: Uuid) -> Result<(Client, Target)> {
    let client = rows::find(work, id).await?.ok_or_else(Refusal::not_found)?;
    let target = Target { project: client.project, ..Target::default() };
    work.may_seeing(Rule::I01Manage, Rule::I01Read, &target)?;
    Ok((client, target))
}

/// A new secret; of the earlier ones the newest works for a week more, the others end now.
pub async fn rotate(work: &Work<'_>, id: Uuid) -> Result<(Client, String)> {
    let (client, target) = managed(work, id).await?;
    let now = work.ctx().now();
    let overlap = now.checked_add_signed(Duration::days(OVERLAP_DAYS)).unwrap_or(now);
    for (place, old) in rows::list_secrets(work, id, now).await?.iter().enumerate() {
        let until = if place == 0 { overlap.min(old.expires_at) } else { now };
        rows::expire_secret(&work.tx, old.id, until).await?;
    }
    let secret = add_secret(work, &client).await?;
    work.record(Event::new("client.secret_rotated", "api_client", id).at(&target));
    Ok((client, secret))
}

/// Ends a client for good.
pub async fn disable(work: &Work<'_>, id: Uuid) -> Result<()> {
    let (_, target) = managed(work, id).await?;
    if !rows::disable(&work.tx, id, work.ctx().now()).await? {
        return Err(Refusal::new(Kind::InvalidTransition, "The client is disabled already.").into());
    }
    work.record(Event::new("client.disabled", "api_client", id).at(&target));
    Ok(())
}

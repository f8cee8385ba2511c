//! Who sent the request, and the means to do what it asks.

use std::{future::Future, net::IpAddr, pin::Pin, sync::Arc};

use actix_web::{
    FromRequest, HttpMessage, HttpRequest,
    dev::Payload,
    http::{
        Method,
        header::{AUTHORIZATION, USER_AGENT},
    },
    web::Data,
};
use app::{Answer, Context, IdempotencyKey, Look, Request, Services, Work, secrets::sha256};
use domain::access::Actor;

use crate::{
    answer::{self, Reply},
    body::RawBody,
    config::Config,
    limits::Limits,
    metrics::Metrics,
    problem::Problem,
    token::Tokens,
};

/// What every handler shares.
pub struct State {
    pub services: Arc<Services>,
    pub tokens: Tokens,
    pub config: Config,
    pub limits: Limits,
    pub metrics: Metrics,
}

impl State {
    #[must_use]
    pub fn new(services: Arc<Services>, tokens: Tokens, config: Config) -> Self {
        let limits = Limits::new(&config);
        Self { services, tokens, config, limits, metrics: Metrics::default() }
    }
}

/// Whoever is signed in, with everything a use case needs.
pub struct Caller {
    pub ctx: Context,
    pub request: HttpRequest,
}

/// Somebody who need not be signed in.
pub struct Visitor {
    pub ctx: Context,
    pub state: Data<State>,
}

/// The id of a request, set by the outermost middleware.
#[derive(Clone)]
pub struct RequestId(pub String);

impl Caller {
    /// A unit that reads.
    pub fn look(&self) -> Look<'_> {
        self.ctx.look()
    }

    /// Runs a unit that writes, once per idempotency key.
    pub async fn write(mut self, work: impl AsyncFn(&Work) -> app::Result<Answer>) -> Reply {
        if self.request.method() == Method::POST {
            self.ctx.request.idempotency = Some(idempotency_key(&self.request)?);
        }
        Ok(answer::send(self.ctx.write(work).await?))
    }
}

/// The key every POST carries, with the fingerprint of what it stands for.
fn idempotency_key(request: &HttpRequest) -> Result<IdempotencyKey, Problem> {
    let given = request.headers().get("idempotency-key").and_then(|key| key.to_str().ok());
    let key = given.unwrap_or_default().trim();
    let sound = (1..=255).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    if !sound {
        let detail = "Send a fresh `Idempotency-Key` (such as a UUID) with every POST.";
        return Err(Problem::http("malformed-request", detail).with(
            "Idempotency-Key",
            "idempotency_key_missing",
            detail,
        ));
    }
    let mut whole = format!("{} {}\n", request.method(), request.uri()).into_bytes();
    if let Some(RawBody(bytes)) = request.extensions().get::<RawBody>() {
        whole.extend_from_slice(bytes);
    }
    Ok(IdempotencyKey { key: key.to_owned(), fingerprint: sha256(&whole) })
}

impl FromRequest for Caller {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let state = state_of(&request)?;
            let now = state.services.now();
            let claims = bearer(&request).and_then(|token| state.tokens.check(token, now));
            let claims = claims.ok_or_else(Problem::unauthenticated)?;
            let actor = if claims.client {
                app::clients::identify(&state.services, claims.sub).await?
            } else {
                app::accounts::identify(&state.services, claims.sid).await?
            };
            let actor = actor.ok_or_else(Problem::unauthenticated)?;
            state.limits.count_account(&request, actor.id)?;
            let session = (!claims.client).then_some(claims.sid);
            Ok(Self { ctx: context(&request, &state, actor, session), request })
        })
    }
}

impl FromRequest for Visitor {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let visitor = || {
            let state = state_of(request)?;
            let ctx = context(request, &state, Arc::new(Actor::default()), None);
            state.limits.count_address(request, &ctx.request.ip)?;
            Ok(Self { ctx, state })
        };
        std::future::ready(visitor())
    }
}

/// The token after `Bearer`; the word may be written in small letters (RFC 9110 §11.1).
fn bearer(request: &HttpRequest) -> Option<&str> {
    let header = request.headers().get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim_start())
}

fn state_of(request: &HttpRequest) -> Result<Data<State>, Problem> {
    let state = request.app_data::<Data<State>>().cloned();
    state.ok_or_else(|| Problem::internal("the state is missing"))
}

fn context(
    request: &HttpRequest,
    state: &State,
    actor: Arc<Actor>,
    session: Option<uuid::Uuid>,
) -> Context {
    let agent = request.headers().get(USER_AGENT).and_then(|agent| agent.to_str().ok());
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    Context {
        services: state.services.clone(),
        actor,
        session,
        request: Request {
            id,
            ip: client_address(request, &state.config.trusted_proxies),
            user_agent: agent.unwrap_or_default().to_owned(),
            idempotency: None,
        },
    }
}

/// The address of whoever asks: the connection's own, or what a trusted proxy says of it.
fn client_address(request: &HttpRequest, trusted: &[String]) -> String {
    let peer = request.peer_addr().map(|peer| peer.ip().to_string()).unwrap_or_default();
    if !trusted.contains(&peer) {
        return peer;
    }
    let forwarded = request.headers().get("x-forwarded-for").and_then(|list| list.to_str().ok());
    let nearest = forwarded.and_then(|list| list.rsplit(',').next()).map(str::trim);
    nearest.filter(|text| text.parse::<IpAddr>().is_ok()).map_or(peer, str::to_owned)
}

use actix_web::{
    http::{Method, header},
    test,
};
use chrono::Duration;
use domain::access::Role;
use entity::{accounts, appointments, persons, sessions};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::Value;
use store::Source;
use uuid::Uuid;

use crate::{Answer, County};

/// Everybody's password in tests.
pub const PASSWORD: &str = "correct horse battery";

/// Somebody signed in, who can ask.
pub struct Person<'a> {
    pub county: &'a County,
    pub id: Uuid,
    pub session: Uuid,
    pub token: String,
}

impl County {
    /// A session for somebody of the roster, whose account becomes active.
    pub async fn sign_in(&self, person: Uuid) -> Person<'_> {
        let (session, now) = (Uuid::new_v4(), self.now());
        let write = self.state.services.db.write().await.expect("a transaction");
        let db = write.conn();
        let account = accounts::Entity::find()
            .filter(accounts::Column::PersonId.eq(person))
            .one(db)
            .await
            .expect("an answer")
            .expect("an account");
        let active = accounts::ActiveModel {
            id: Set(account.id),
            status: Set("active".to_owned()),
            ..Default::default()
        };
        accounts::Entity::update(active).exec(db).await.expect("an account");
        let row = sessions::ActiveModel {
            id: Set(session),
            account_id: Set(account.id),
            appointment_id: Set(None),
            user_agent: Set(String::new()),
            ip: Set(String::new()),
            created_at: Set(now),
            seen_at: Set(now),
            confirmed_at: Set(now),
            expires_at: Set(now + Duration::hours(12)),
            ended_at: Set(None),
        };
        sessions::Entity::insert(row).exec_without_returning(db).await.expect("a session");
        write.commit().await.expect("committed");
        self.signed_in(person, session)
    }

    /// A person with an active account and a session, without any role yet.
    pub async fn person(&self, name: &str) -> Person<'_> {
        let (id, account, session) = (Uuid::new_v4(), Uuid::new_v4(), Uuid::new_v4());
        let now = self.now();
        let write = self.state.services.db.write().await.expect("a transaction");
        let db = write.conn();
        let row = persons::ActiveModel {
            id: Set(id),
            name: Set(name.to_owned()),
            gender: Set(None),
            id_type: Set(None),
            id_no_sealed: Set(None),
            id_no_hash: Set(None),
            phone_sealed: Set(None),
            phone_hash: Set(None),
            key_id: Set("k1".to_owned()),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
        };
        persons::Entity::insert(row).exec_without_returning(db).await.expect("a person");
        let row = accounts::ActiveModel {
            id: Set(account),
            person_id: Set(id),
            staff_no: Set(None),
            status: Set("active".to_owned()),
            password_hash: Set(None),
            password_set_at: Set(None),
            consent_at: Set(Some(now)),
            epoch: Set(1),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
        };
        accounts::Entity::insert(row).exec_without_returning(db).await.expect("an account");
        let row = sessions::ActiveModel {
            id: Set(session),
            account_id: Set(account),
            appointment_id: Set(None),
            user_agent: Set(String::new()),
            ip: Set(String::new()),
            created_at: Set(now),
            seen_at: Set(now),
            confirmed_at: Set(now),
            expires_at: Set(now + Duration::hours(12)),
            ended_at: Set(None),
        };
        sessions::Entity::insert(row).exec_without_returning(db).await.expect("a session");
        write.commit().await.expect("committed");
        self.signed_in(id, session)
    }

    /// The person of a session that exists.
    #[must_use]
    pub fn signed_in(&self, id: Uuid, session: Uuid) -> Person<'_> {
        let token = self.state.tokens.issue(id, Some(session), self.now()).expect("a token");
        Person { county: self, id, session, token }
    }

    /// Somebody nobody knows.
    #[must_use]
    pub fn nobody(&self) -> Person<'_> {
        Person { county: self, id: Uuid::nil(), session: Uuid::nil(), token: String::new() }
    }
}

impl Person<'_> {
    /// Gives the account a staff number to sign in with, and a password by its hash.
    pub async fn can_sign_in(&self, staff_no: &str, hash: &str) {
        let write = self.county.state.services.db.write().await.expect("a transaction");
        accounts::Entity::update_many()
            .col_expr(accounts::Column::StaffNo, Expr::value(staff_no))
            .col_expr(accounts::Column::PasswordHash, Expr::value(hash))
            .filter(accounts::Column::PersonId.eq(self.id))
            .exec(write.conn())
            .await
            .expect("an account");
        write.commit().await.expect("committed");
    }

    /// Appoints the person; `scope` is the school, county, workshop, class or project.
    pub async fn hold(self, role: Role, project: Option<Uuid>, scope: Option<Uuid>) -> Self {
        self.hold_subject(role, project, scope, None).await
    }

    pub async fn hold_subject(
        self,
        role: Role,
        project: Option<Uuid>,
        scope: Option<Uuid>,
        subject: Option<&str>,
    ) -> Self {
        let now = self.county.now();
        let write = self.county.state.services.db.write().await.expect("a transaction");
        let row = appointments::ActiveModel {
            id: Set(Uuid::new_v4()),
            person_id: Set(self.id),
            project_id: Set(project),
            role: Set(role.as_str().to_owned()),
            scope_kind: Set("test".to_owned()),
            scope_id: Set(scope),
            subject: Set(subject.map(str::to_owned)),
            title: Set(None),
            valid_from: Set((now - Duration::days(1)).date_naive()),
            valid_to: Set(None),
            ended_at: Set(None),
            suspended_at: Set(None),
            created_by: Set(None),
            created_at: Set(now),
            version: Set(1),
        };
        let insert = appointments::Entity::insert(row).exec_without_returning(write.conn());
        insert.await.expect("an appointment");
        write.commit().await.expect("committed");
        self
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, None, &[]).await
    }

    /// A POST with a fresh idempotency key.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        let key = Uuid::new_v4().to_string();
        self.ask(Method::POST, path, Some(body), &[("idempotency-key", &key)]).await
    }

    /// A change based on a version.
    pub async fn patch(&self, path: &str, version: i64, body: Value) -> Answer {
        let etag = format!("\"{version}\"");
        self.ask(Method::PATCH, path, Some(body), &[("if-match", &etag)]).await
    }

    pub async fn put(&self, path: &str, version: i64, body: Value) -> Answer {
        let etag = format!("\"{version}\"");
        self.ask(Method::PUT, path, Some(body), &[("if-match", &etag)]).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.ask(Method::DELETE, path, None, &[]).await
    }

    /// Any request at all, with an optional JSON body.
    pub async fn ask(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let kind = body.is_some().then_some("application/json");
        let bytes = body.map(|body| body.to_string().into_bytes()).unwrap_or_default();
        self.send(method, path, kind, bytes, headers).await
    }

    /// Any request with any body.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        kind: Option<&str>,
        body: Vec<u8>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let full = absolute(path);
        let mut request = test::TestRequest::with_uri(&full)
            .method(method)
            .peer_addr("127.0.0.1:5000".parse().expect("an address"))
            .set_payload(body);
        if !self.token.is_empty() {
            let bearer = format!("Bearer {}", self.token);
            request = request.insert_header((header::AUTHORIZATION, bearer));
        }
        if let Some(kind) = kind {
            request = request.insert_header((header::CONTENT_TYPE, kind));
        }
        for (name, value) in headers {
            request = request.insert_header((*name, *value));
        }
        let ask = self.county.server().await;
        let response = ask(request.to_request()).await;
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = test::read_body(response).await.to_vec();
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        let answer = Answer { status, headers, body, bytes };
        answer.hold(&full);
        answer
    }
}

/// Paths in tests are relative to the API; other addresses begin with a host-like `//`.
fn absolute(path: &str) -> String {
    match path.strip_prefix("//") {
        Some(rest) => format!("/{rest}"),
        None => format!("/api/v1{path}"),
    }
}

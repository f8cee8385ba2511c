//! What the migrations make, held against the entities that read it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::reference::Reference;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ConnectionTrait, Database, DatabaseConnection, DbBackend, EntityTrait, Schema, Statement,
};
use tests::{Folder, empty};
use tokio::task::JoinSet;
use uuid::Uuid;

/// A database brought up from nothing. The connection holds to foreign keys as the product's do.
async fn migrated() -> (Folder, DatabaseConnection) {
    let folder = Folder::new();
    let url = empty(&folder).await;
    migrate(&url).await;
    let db = Database::connect(&url).await.expect("a connection");
    (folder, db)
}

async fn migrate(url: &str) {
    let db = app::Db::open(url, 2).await.expect("a database");
    db.migrate().await.expect("migrated");
    db.close().await.expect("closed");
}

/// The first column of every row.
async fn words(db: &DatabaseConnection, sqlite: &str, postgres: &str) -> BTreeSet<String> {
    let backend = db.get_database_backend();
    let sql = if backend == DbBackend::Sqlite { sqlite } else { postgres };
    let rows = db.query_all_raw(Statement::from_string(backend, sql)).await.expect(sql);
    rows.iter().map(|row| row.try_get_by_index(0).expect("a word")).collect()
}

async fn tables(db: &DatabaseConnection) -> BTreeSet<String> {
    words(
        db,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'",
    )
    .await
}

/// Name, type, whether it may be null and whether it is part of the key, of every column.
async fn columns(db: &DatabaseConnection, table: &str) -> BTreeSet<String> {
    let sqlite = format!(
        "SELECT name || ' ' || replace(replace(lower(type), 'varchar', 'text'), 'varbinary_', '') \
         || ' ' || \"notnull\" || ' ' || (pk > 0) FROM pragma_table_info('{table}')"
    );
    let postgres = format!(
        "SELECT attname || ' ' || replace(format_type(atttypid, atttypmod), 'character varying', \
         'text') || ' ' || attnotnull || ' ' || EXISTS (SELECT 1 FROM pg_index WHERE indisprimary \
         AND indrelid = attrelid AND attnum = ANY (indkey)) FROM pg_attribute \
         WHERE attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped"
    );
    words(db, &sqlite, &postgres).await
}

/// Makes the table as the entity sees it beside the real one and compares the two.
async fn compare<E: EntityTrait + Default>(db: &DatabaseConnection) -> String {
    let table = E::default().table_name().to_owned();
    let twin = format!("entity_{table}");
    let mut create = Schema::new(db.get_database_backend()).create_table_from_entity(E::default());
    db.execute(create.table(twin.clone())).await.expect("the entity as a table");
    assert_eq!(columns(db, &table).await, columns(db, &twin).await, "{table}");
    E::find().one(db).await.expect("the entity reads its table");
    table
}

/// Calls `compare` for each named entity; a new table is added to the list below.
macro_rules! compare_all {
    ($db:expr, $($table:ident),* $(,)?) => {
        BTreeSet::from([$(compare::<entity::$table::Entity>($db).await),*])
    };
}

#[tokio::test]
async fn every_table_has_an_entity_with_the_same_columns() {
    let (_folder, db) = migrated().await;
    let mut made = tables(&db).await;
    assert!(made.remove("seaql_migrations"));
    let seen = compare_all!(
        &db,
        accounts,
        activation_codes,
        api_client_secrets,
        api_clients,
        appointments,
        attachments,
        audit_events,
        audit_seals,
        backups,
        class_schools,
        classes,
        course_progress,
        courses,
        enrollments,
        exceptions,
        expert_reviews,
        hand_edits,
        homework_tasks,
        idempotency_keys,
        import_changes,
        import_files,
        import_jobs,
        import_rows,
        online_scores,
        organizations,
        outbox,
        persons,
        phases,
        policies,
        policy_bases,
        polishing_rounds,
        practice_rounds,
        practice_score_changes,
        practice_scores,
        practice_sheets,
        progress_events,
        projects,
        qualification_results,
        qualification_runs,
        quarantined_events,
        recommendations,
        refresh_tokens,
        report_files,
        reports,
        resources,
        reviews,
        seats,
        selection_items,
        selections,
        sessions,
        sign_in_throttles,
        state_events,
        subjects,
        submission_drafts,
        submission_versions,
        submissions,
        themes,
        workshops,
    );
    assert_eq!(made, seen);
}

#[tokio::test]
async fn migrating_again_changes_nothing() {
    let folder = Folder::new();
    let url = empty(&folder).await;
    migrate(&url).await;
    let db = Database::connect(&url).await.expect("a connection");
    let before = (tables(&db).await, applied(&db).await);
    migrate(&url).await;
    assert_eq!(before, (tables(&db).await, applied(&db).await));
}

#[tokio::test]
async fn nodes_that_start_together_migrate_once() {
    let folder = Folder::new();
    let url = empty(&folder).await;
    let mut nodes = Vec::new();
    for _ in 0..4 {
        nodes.push(app::Db::open(&url, 2).await.expect("a database"));
    }
    let mut starting = JoinSet::new();
    for node in nodes {
        starting.spawn(async move { node.migrate().await });
    }
    while let Some(started) = starting.join_next().await {
        started.expect("joined").expect("migrated");
    }
    let db = Database::connect(&url).await.expect("a connection");
    assert_eq!(entity::themes::Entity::find().all(&db).await.expect("themes").len(), 27);
}

/// The migrations on record.
async fn applied(db: &DatabaseConnection) -> BTreeSet<String> {
    let sql = "SELECT version || ' ' || applied_at FROM seaql_migrations";
    words(db, sql, sql).await
}

#[tokio::test]
async fn the_first_subjects_and_themes_are_the_ones_rows_are_judged_by() {
    let (_folder, db) = migrated().await;
    let builtin = Reference::builtin();
    let subjects = entity::subjects::Entity::find().all(&db).await.expect("subjects");
    assert_eq!(subjects.len(), builtin.subjects().len());
    for row in subjects {
        let subject = builtin.subject(&row.code).expect("a known subject");
        assert_eq!((&row.name, row.family.as_str()), (&subject.name, subject.family.as_str()));
        let aliases: Vec<String> = serde_json::from_str(&row.aliases).expect("a list");
        assert_eq!(aliases, subject.aliases);
        let stages: Vec<String> = serde_json::from_str(&row.stages).expect("a list");
        let known: Vec<&str> = subject.stages.iter().map(|stage| stage.as_str()).collect();
        assert_eq!(stages, known);
    }
    let themes = entity::themes::Entity::find().all(&db).await.expect("themes");
    assert_eq!(themes.len(), builtin.themes().len());
    for row in themes {
        let theme = builtin.theme(&row.code).expect("a known theme");
        assert_eq!(row.name, theme.name);
    }
}

#[tokio::test]
async fn audit_events_can_be_added_and_never_changed_or_removed() {
    let (_folder, db) = migrated().await;
    for expected in 1..=2 {
        let added = entity::audit_events::Entity::insert(event()).exec(&db).await.expect("added");
        assert_eq!(added.last_insert_id, expected);
    }
    let mut acts =
        vec!["UPDATE audit_events SET action = 'other'", "DELETE FROM audit_events WHERE seq = 2"];
    if db.get_database_backend() == DbBackend::Postgres {
        acts.push("TRUNCATE audit_events");
    }
    for act in acts {
        let refused = db.execute_unprepared(act).await.expect_err(act).to_string();
        assert!(refused.contains("append-only"), "{act}: {refused}");
    }
    let kept = entity::audit_events::Entity::find().all(&db).await.expect("events");
    assert_eq!(kept.len(), 2);
}

fn event() -> entity::audit_events::ActiveModel {
    entity::audit_events::ActiveModel {
        seq: NotSet,
        id: Set(Uuid::new_v4()),
        at: Set(DateTime::<Utc>::UNIX_EPOCH),
        project_id: Set(None),
        county_id: Set(None),
        school_id: Set(None),
        actor_id: Set(None),
        client_id: Set(None),
        role: Set("system".to_owned()),
        action: Set("start".to_owned()),
        object_kind: Set("system".to_owned()),
        object_id: Set(None),
        outcome: Set("done".to_owned()),
        reason: Set(None),
        request_id: Set(String::new()),
        ip: Set(String::new()),
        before_hash: Set(None),
        after_hash: Set(None),
        detail: Set("{}".to_owned()),
        person_id: Set(None),
    }
}

#[tokio::test]
async fn a_class_cannot_take_members_from_a_school_that_is_not_there() {
    let (_folder, db) = migrated().await;
    let link = entity::class_schools::ActiveModel {
        class_id: Set(Uuid::new_v4()),
        school_id: Set(Uuid::new_v4()),
    };
    let refused = entity::class_schools::Entity::insert(link).exec(&db).await;
    let refused = refused.expect_err("no such school").to_string().to_lowercase();
    assert!(refused.contains("foreign key"), "{refused}");
}

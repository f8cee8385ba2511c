use domain::access::Role;
use serde_json::json;
use tests::{County, Person};
use uuid::Uuid;

use crate::reports::{run, studied};

#[actix_web::test]
async fn rates_are_made_of_counts_and_a_county_is_the_sum_of_its_units() {
    let county = County::new().await;
    let sample = county.sample().await;
    let (one, other) = (sample.school_in("甲校", None).await, sample.school_in("乙校", None).await);
    let (first, second) =
        (sample.trainees(one, "YW", 10).await, sample.trainees(other, "SX", 90).await);
    studied(&sample, &first, 50).await;
    studied(&sample, &second[..45], 50).await;
    run(&sample, &[(first[0], "excellent", 90), (second[0], "qualified", 70)]).await;
    let path = |by: &str| format!("/projects/{}/statistics?by={by}", sample.project);
    let shown = sample.office.get(&path("school")).await.expect(200);
    assert_eq!(shown["items"].as_array().unwrap().len(), 2);
    let rate = &shown["total"]["rates"]["participation"];
    assert_eq!(rate, &json!({"numerator": 55, "denominator": 100, "percent": 55}));
    assert_eq!(shown["total"]["counts"]["qualified"], 2);
    assert_eq!(shown["total"]["rates"]["excellence"]["percent"], 1);
    for by in ["town", "class", "workshop"] {
        let same = sample.office.get(&path(by)).await.expect(200);
        assert_eq!(same["total"]["counts"], shown["total"]["counts"], "{by}");
    }
    let admin = county.person("校管理员").await;
    let admin = admin.hold(Role::SchoolAdmin, Some(sample.project), Some(one)).await;
    let own = admin.get(&path("school")).await.expect(200);
    assert_eq!(own["total"]["counts"]["expected"], 10);
    sample.office.get(&path("planet")).await.refused(422, "validation-failed");
    county.person("外人").await.get(&path("school")).await.refused(404, "not-found");
}

#[actix_web::test]
async fn everybody_is_told_what_to_do_next_in_the_active_role() {
    let county = County::new().await;
    let sample = county.sample().await;
    let school = sample.school_in("甲校", None).await;
    let people = sample.trainees(school, "YW", 4).await;
    studied(&sample, &people[..1], 20).await;
    let path = format!("/me/todo?project_id={}", sample.project);
    let admin = county.person("校管理员").await;
    let admin = admin.hold(Role::SchoolAdmin, Some(sample.project), Some(school)).await;
    let todo = admin.get(&path).await.expect(200);
    assert_eq!(todo["role"], "school_admin");
    let count = |code: &str| {
        let items = todo["items"].as_array().unwrap();
        items.iter().find(|one| one["code"] == code).map(|one| one["count"].as_i64().unwrap())
    };
    assert_eq!((count("place_people"), count("urge_sign_in")), (Some(4), Some(3)));
    assert_eq!(count("fill_sheets"), None);
    let class = json!({"kind": "independent", "name": "一班", "school_ids": [school]});
    let classes = format!("/projects/{}/classes", sample.project);
    let class = admin.post(&classes, class).await.expect(201);
    let submit = format!("/classes/{}/submittals", class["id"].as_str().unwrap());
    admin.post(&submit, json!({})).await.expect(200);
    let clerk = county.person("县管理员").await;
    let clerk = clerk.hold(Role::CountyAdmin, Some(sample.project), Some(sample.region)).await;
    let todo = clerk.get(&path).await.expect(200);
    assert_eq!(todo["items"][0], json!({"code": "approve_classes", "count": 1, "thing_id": null}));
    let missing = format!("/me/todo?project_id={}", Uuid::new_v4());
    clerk.get(&missing).await.refused(404, "not-found");
}

#[actix_web::test]
async fn a_new_project_names_its_first_steps_one_after_another() {
    let county = County::new().await;
    let sample = county.sample().await;
    let new = json!({"code": "FY2021", "name": "提升工程二期", "programme": "itaa_2",
        "level": "county", "region_id": sample.region, "provider": "示例课程机构",
        "target_headcount": 975, "starts_on": "2020-06-01", "ends_on": "2020-12-31"});
    let project = sample.office.post("/projects", new).await.expect(201)["id"].clone();
    let project: Uuid = project.as_str().unwrap().parse().unwrap();
    let steps = async |who: &Person<'_>| {
        let todo = who.get(&format!("/me/todo?project_id={project}")).await.expect(200);
        let codes = todo["items"].as_array().unwrap().iter();
        codes.map(|one| one["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let team = county.person("项目组").await;
    let team = team.hold(Role::ProjectTeam, Some(project), Some(project)).await;
    assert_eq!(steps(&team).await, ["plan_phases", "appoint_county", "import_catalog"]);
    let clerk = county.person("县管理员").await;
    let clerk = clerk.hold(Role::CountyAdmin, Some(project), Some(sample.region)).await;
    assert_eq!(steps(&clerk).await, ["import_schools"]);
    sample.school_in("甲校", None).await;
    assert_eq!(steps(&clerk).await, ["register_people"]);
    let phase = json!({"name": "第一阶段", "starts_on": "2020-06-01", "ends_on": "2020-09-30",
        "modules": [1], "activities": ["启动会"], "grade_components": ["online", "offline"]});
    team.post(&format!("/projects/{project}/phases"), phase).await.expect(201);
    assert_eq!(steps(&team).await, ["publish_project", "import_catalog"]);
    team.post(&format!("/projects/{project}/publications"), json!({})).await.expect(200);
    assert_eq!(steps(&team).await, ["import_catalog"]);
}

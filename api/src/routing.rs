//! Finds the slice that a request belongs to. The framework tries one pattern after another; with
//! two hundred operations that costs more than many a query, so the words of the path are
//! compared first and only the patterns of one slice are tried.

use std::sync::OnceLock;

use actix_web::{
    App,
    guard::{Guard, GuardContext},
    http::Method,
};
use utoipa::openapi::PathItem;
use utoipa_actix_web::{AppExt, scope, service_config::ServiceConfig};

/// The operations of a slice.
pub type Routes = fn(&mut ServiceConfig);

/// An operation's method and the parts of its path; a parameter is `None`.
type Shape = (Method, Vec<Option<String>>);
/// The shapes of each slice.
pub type Shapes = Vec<Vec<Shape>>;

/// Serves each slice under a prefix, where the path fits one of its operations.
pub fn serve(
    config: &mut ServiceConfig,
    prefix: &'static str,
    slices: &[Routes],
    shapes: &'static OnceLock<Shapes>,
) {
    let shapes = shapes.get_or_init(|| slices.iter().copied().map(shapes_of).collect());
    for (routes, shapes) in slices.iter().copied().zip(shapes) {
        config.service(scope::scope("").guard(Fits { prefix, shapes }).configure(routes));
    }
}

/// Whether the path fits an operation of the slice.
struct Fits {
    prefix: &'static str,
    shapes: &'static [Shape],
}

impl Guard for Fits {
    fn check(&self, request: &GuardContext<'_>) -> bool {
        let head = request.head();
        let Some(path) = head.uri.path().strip_prefix(self.prefix) else { return false };
        self.shapes.iter().any(|(method, shape)| *method == head.method && fits(shape, path))
    }
}

fn fits(shape: &[Option<String>], path: &str) -> bool {
    let mut parts = path.split('/');
    let mut fits = |wanted: &Option<String>| {
        parts.next().is_some_and(|part| wanted.as_deref().is_none_or(|wanted| wanted == part))
    };
    shape.iter().all(&mut fits) && parts.next().is_none()
}

fn shapes_of(routes: Routes) -> Vec<Shape> {
    let (_, document) = App::new().into_utoipa_app().configure(routes).split_for_parts();
    let shape = |path: &str| {
        path.split('/').map(|part| (!part.contains('{')).then(|| part.to_owned())).collect()
    };
    let paths = document.paths.paths.iter();
    paths.flat_map(|(path, item)| methods(item).map(|method| (method, shape(path)))).collect()
}

fn methods(item: &PathItem) -> impl Iterator<Item = Method> {
    let offered = [
        (&item.get, Method::GET),
        (&item.put, Method::PUT),
        (&item.post, Method::POST),
        (&item.patch, Method::PATCH),
        (&item.delete, Method::DELETE),
    ];
    offered.into_iter().filter(|(operation, _)| operation.is_some()).map(|(_, method)| method)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_path_fits_by_its_words_and_its_length() {
        let shape = ["", "projects", "{}", "classes"];
        let shape = shape.map(|part| (part != "{}").then(|| part.to_owned()));
        assert!(fits(&shape, "/projects/7/classes"));
        for other in ["/projects/7", "/projects/7/classes/", "/projects/7/courses", "projects"] {
            assert!(!fits(&shape, other), "{other}");
        }
    }
}

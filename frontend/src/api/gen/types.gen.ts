// Generated from openapi/openapi.json by `npm run generate`; do not edit.

export type ClientOptions = {
    baseUrl: `${string}://${string}` | (string & {});
};

export type ActivateAccount = {
    code: string;
    /**
     * The data shown is right, and its use for the project is agreed to.
     */
    consent: boolean;
    login: string;
    /**
     * At least 12 characters, without the own name or number.
     */
    new_password: string;
};

/**
 * The person a code belongs to, to be confirmed by that person.
 */
export type ActivationCheck = {
    gender: string | null;
    name: string;
};

/**
 * What happens when a limit is passed.
 */
export type Breach = 'ignore' | 'warn' | 'require_reason' | 'block';

/**
 * What the catalogue needs before it is published (s.36).
 */
export type CatalogPolicy = {
    /**
     * Every subject has more credit-hours than this.
     */
    hours_above: Hundredths;
};

export type ChangePassword = {
    current_password: string;
    new_password: string;
};

export type CheckActivation = {
    /**
     * The code from the school's sheet; spaces and hyphens do not matter.
     */
    code: string;
    /**
     * Phone, staff number or ID number.
     */
    login: string;
};

export type ChooseAppointment = {
    /**
     * One of the caller's own appointments; null to act as a trainee.
     */
    appointment_id: string | null;
};

/**
 * Bounds of a class. The plan's sentence (s.43) can be read as "at most 50" and as "about 50
 * or more to stand alone", so both bounds are data.
 */
export type ClassSize = {
    lower?: number | null;
    on_breach: Breach;
    upper?: number | null;
};

/**
 * Bounds for each kind of class.
 */
export type ClassSizes = {
    independent: ClassSize;
    joint: ClassSize;
};

/**
 * A program that uses the API in its own name.
 */
export type Client = {
    created_at: string;
    disabled_at: string | null;
    expires_at: string;
    id: string;
    /**
     * `course_provider` or `third_party`.
     */
    kind: string;
    name: string;
    organization_id: string | null;
    provider: string | null;
    scopes: Array<string>;
};

export type ClientPage = {
    items: Array<Client>;
    next_cursor: string | null;
};

/**
 * A client with a secret that is shown this once.
 */
export type ClientSecret = {
    client: Client;
    secret: string;
};

export type ClientToken = {
    access_token: string;
    /**
     * Seconds.
     */
    expires_in: number;
    scope: string;
    token_type: string;
};

export type ConfirmSession = {
    password: string;
};

export type CreateClient = {
    kind: Role;
    name: string;
    /**
     * The organisation to whose sub-tree the client is restricted.
     */
    organization_id?: string | null;
    /**
     * The provider whose results a course provider's client sends.
     */
    provider?: string | null;
    scopes: Array<string>;
};

export type CreatePolicy = {
    body: PolicySet;
    effective_on: string;
    /**
     * Why it changes; announced with it.
     */
    note: string;
};

/**
 * Name and password. The name is the phone, the staff number or the ID number.
 */
export type CreateSession = {
    login: string;
    password: string;
};

/**
 * Who is excellent.
 */
export type ExcellentPolicy = {
    /**
     * The least total, in points.
     */
    line: Hundredths;
    /**
     * Share of a class in percent, rounded up.
     */
    quota_percent: number;
};

/**
 * A part of the grade. It has either a source or children.
 */
export type GradeNode = {
    children?: Array<GradeNode>;
    /**
     * Unique in the tree: `total`, `online`, `offline` …
     */
    code: string;
    /**
     * Points that the part gives at most; children's sum to their parent's.
     */
    max: Hundredths;
    pass?: Hundredths | null;
    source?: GradeSource | null;
};

/**
 * Where a leaf of the tree takes its mark out of 100 from, and by that who may write it
 * (s.27).
 */
export type GradeSource = 'online_score' | 'practice_score';

export type Health = {
    status: string;
    version: string;
};

/**
 * Numbers of the homework ladder.
 */
export type HomeworkPolicy = {
    /**
     * Points between two experts above which a third one is asked.
     */
    expert_difference: Hundredths;
    /**
     * Whether experts may act on works of their own school from the region up.
     */
    own_school_allowed: boolean;
    /**
     * The least score of a work that is recommended.
     */
    recommend_threshold: Hundredths;
    /**
     * Works that a trainee has to submit.
     */
    required_count: number;
    /**
     * How often a work may be returned.
     */
    review_rounds: number;
};

/**
 * A number with at most two decimals
 */
export type Hundredths = number;

/**
 * A file on its way in.
 */
export type Import = {
    checked_at: string | null;
    committed_at: string | null;
    counts: ImportCounts;
    created_at: string;
    file_name: string;
    id: string;
    kind: ImportKind;
    problem: ImportProblem | null;
    progress: ImportProgress;
    project_id: string;
    /**
     * `checking`, `checked`, `refused`, `failed`, `committed` or `undone`.
     */
    status: string;
    undone_at: string | null;
};

/**
 * How many rows of which kind.
 */
export type ImportCounts = {
    created: number;
    ok: number;
    rejected: number;
    /**
     * Rows that were judged; skipped ones (blank, totals, signatures) do not count.
     */
    rows: number;
    skipped: number;
    unchanged: number;
    updated: number;
    /**
     * Accepted rows with a warning.
     */
    warned: number;
};

/**
 * What an import brings in.
 */
export type ImportKind = 'schools' | 'roster' | 'classes' | 'class_members' | 'workshops' | 'staff' | 'catalog' | 'selections' | 'online_progress' | 'online_scores' | 'practice_scores' | 'homework';

export type ImportPage = {
    items: Array<Import>;
    next_cursor: string | null;
};

/**
 * Why a file was refused as a whole.
 */
export type ImportProblem = {
    code: string;
    detail: string;
};

export type ImportProgress = {
    done: number;
    total: number;
};

/**
 * The verdict on a row of the file.
 */
export type ImportRow = {
    /**
     * `created`, `updated`, `unchanged` or `none`.
     */
    change: string;
    codes: Array<string>;
    label: string;
    /**
     * The row's number as the spreadsheet program shows it.
     */
    line: number;
    /**
     * `ok`, `rejected` or `skipped`.
     */
    verdict: string;
    warnings: Array<string>;
};

export type ImportRowPage = {
    items: Array<ImportRow>;
    next_cursor: string | null;
};

/**
 * OAuth 2.0 client credentials (RFC 6749 §4.4), as a form.
 */
export type IssueToken = {
    client_id: string;
    client_secret: string;
    grant_type: string;
    /**
     * Space-separated scopes; all that the client holds when left out.
     */
    scope?: string | null;
};

/**
 * Who the caller is and what they may be.
 */
export type Me = {
    active_appointment_id: string | null;
    appointments: Array<OwnAppointment>;
    enrollments: Array<OwnEnrollment>;
    name: string;
    person_id: string;
};

/**
 * One place where the caller is signed in.
 */
export type OpenSession = {
    created_at: string;
    /**
     * Whether it is the session of this request.
     */
    current: boolean;
    id: string;
    ip: string;
    seen_at: string;
    user_agent: string;
};

export type OpenSessionPage = {
    items: Array<OpenSession>;
    next_cursor: string | null;
};

/**
 * A role in force over a part of a project.
 */
export type OwnAppointment = {
    id: string;
    project_id: string | null;
    role: Role;
    scope_id: string | null;
    /**
     * What the role is over, by name.
     */
    scope_name: string | null;
    subject: string | null;
};

/**
 * A place as a trainee.
 */
export type OwnEnrollment = {
    class_id: string | null;
    enrollment_id: string;
    project_id: string;
    school_id: string;
    workshop_id: string | null;
};

/**
 * A phase binds content, activities and assessment.
 */
export type Phase = {
    activities: Array<string>;
    ends_on: string;
    grade_components: Array<string>;
    id: string;
    modules: Array<number>;
    name: string;
    seq: number;
    starts_on: string;
};

/**
 * A version of the policy set.
 */
export type Policy = {
    body: PolicySet;
    created_at: string;
    effective_on: string;
    id: string;
    note: string;
    number: number;
};

/**
 * A document the project rests on.
 */
export type PolicyBasis = {
    doc_no: string;
    issued_on: string | null;
    issuer: string;
    title: string;
};

export type PolicyPage = {
    items: Array<Policy>;
    next_cursor: string | null;
};

/**
 * All rules of a project that are data. A change makes a new version; an old result keeps the
 * version it was made with.
 */
export type PolicySet = {
    /**
     * Working days in which a published score can be appealed against.
     */
    appeal_days: number;
    catalog: CatalogPolicy;
    class_size: ClassSizes;
    excellent: ExcellentPolicy;
    grade: GradeNode;
    homework: HomeworkPolicy;
    practice: PracticePolicy;
    quotas: PromotionQuotas;
    selection: SelectionPolicy;
    workshops: WorkshopLimit;
};

/**
 * Points of the two criterion groups of offline practice (s.26); together 100.
 */
export type PracticePolicy = {
    completion_max: Hundredths;
    effect_max: Hundredths;
};

/**
 * Every answer that is not a success (RFC 9457).
 */
export type Problem = {
    /**
     * Stable name of the kind, the last part of `type`.
     */
    code: string;
    /**
     * What was wrong this time, and the next step.
     */
    detail: string;
    /**
     * What stands in the way, one by one.
     */
    errors: Array<ProblemError>;
    /**
     * Under this id the request stands in the log.
     */
    request_id: string;
    status: number;
    /**
     * The kind of problem in a few words.
     */
    title: string;
    /**
     * Address of the page that explains this kind of problem.
     */
    type: string;
};

/**
 * One field, parameter or rule that stands in the way.
 */
export type ProblemError = {
    /**
     * Stable name of the rule, such as `class_full`.
     */
    code: string;
    detail: string;
    /**
     * JSON pointer into the body, or the name of a parameter or header.
     */
    pointer: string;
};

/**
 * A training project.
 */
export type Project = {
    catalog_published_at: string | null;
    code: string;
    ends_on: string;
    id: string;
    level: string;
    name: string;
    programme: string;
    provider: string;
    region_id: string;
    region_name: string;
    selection_closes_at: string | null;
    starts_on: string;
    /**
     * `draft`, `published`, `running`, `closing`, `closed` or `archived`.
     */
    status: string;
    target_headcount: number;
};

export type ProjectPage = {
    items: Array<Project>;
    next_cursor: string | null;
};

/**
 * Shares of the submitted works that may climb, in percent, rounded up and at least one.
 */
export type PromotionQuotas = {
    /**
     * From the region to the exhibition.
     */
    region_percent: number;
    /**
     * From a school to the region.
     */
    school_percent: number;
    /**
     * From a workshop to its school.
     */
    workshop_percent: number;
};

/**
 * A role somebody is appointed to (s.43, s.47–97), or the kind of an API client.
 */
export type Role = 'trainee' | 'class_tutor' | 'group_leader' | 'workshop_leader' | 'deputy_workshop_leader' | 'subject_expert' | 'school_admin' | 'joint_class_admin' | 'regional_viewer' | 'county_admin' | 'project_team' | 'platform_operator' | 'auditor' | 'course_provider' | 'third_party';

/**
 * What a course plan needs (s.36).
 */
export type SelectionPolicy = {
    /**
     * Credit-hours that a plan has at least.
     */
    min_hours: Hundredths;
    /**
     * One course in each of the four modules.
     */
    modules: Strictness;
};

/**
 * A session: the access token to send as `Authorization: Bearer …`. The refresh token
 * travels in an HttpOnly cookie.
 */
export type Session = {
    access_token: string;
    /**
     * When the access token runs out; renew it before by `POST /sessions/refresh`.
     */
    expires_at: string;
    person_id: string;
    session_id: string;
};

/**
 * How strictly a condition is taken.
 */
export type Strictness = 'require' | 'warn' | 'off';

/**
 * A project with its bases, phases and headcount.
 */
export type WholeProject = Project & {
    /**
     * How many of them have signed in (参训).
     */
    activated: number;
    /**
     * How many are enrolled and count (应参训).
     */
    enrolled: number;
    phases: Array<Phase>;
    policy_bases: Array<PolicyBasis>;
};

/**
 * How many workshops a school or joint class hosts (s.60 recommends at most six).
 */
export type WorkshopLimit = {
    on_breach: Breach;
    upper: number;
};

export type CheckActivationData = {
    body: CheckActivation;
    path?: never;
    query?: never;
    url: '/api/v1/activation-checks';
};

export type CheckActivationResponses = {
    /**
     * The code is good
     */
    200: ActivationCheck;
};

export type CheckActivationResponse = CheckActivationResponses[keyof CheckActivationResponses];

export type ActivateAccountData = {
    body: ActivateAccount;
    path?: never;
    query?: never;
    url: '/api/v1/activations';
};

export type ActivateAccountResponses = {
    /**
     * Activated and signed in
     */
    201: Session;
};

export type ActivateAccountResponse = ActivateAccountResponses[keyof ActivateAccountResponses];

export type DisableClientData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/v1/clients/{id}';
};

export type DisableClientResponses = {
    /**
     * Disabled
     */
    204: void;
};

export type DisableClientResponse = DisableClientResponses[keyof DisableClientResponses];

export type RotateClientSecretData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/v1/clients/{id}/secrets';
};

export type RotateClientSecretResponses = {
    /**
     * The new secret
     */
    200: ClientSecret;
};

export type RotateClientSecretResponse = RotateClientSecretResponses[keyof RotateClientSecretResponses];

export type ShowImportTemplateData = {
    body?: never;
    path: {
        kind: ImportKind;
    };
    query?: never;
    url: '/api/v1/import-templates/{kind}';
};

export type ShowImportTemplateResponses = {
    /**
     * The workbook
     */
    200: Blob | File;
};

export type ShowImportTemplateResponse = ShowImportTemplateResponses[keyof ShowImportTemplateResponses];

export type ShowImportData = {
    body?: never;
    path: {
        id: string;
    };
    query?: {
        /**
         * Seconds to wait for the check to end before answering.
         */
        wait?: number;
    };
    url: '/api/v1/imports/{id}';
};

export type ShowImportResponses = {
    /**
     * The import
     */
    200: Import;
};

export type ShowImportResponse = ShowImportResponses[keyof ShowImportResponses];

export type CommitImportData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/v1/imports/{id}/commit';
};

export type CommitImportResponses = {
    /**
     * Committed
     */
    200: Import;
};

export type CommitImportResponse = CommitImportResponses[keyof CommitImportResponses];

export type ShowImportErrorsData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/v1/imports/{id}/errors.xlsx';
};

export type ShowImportErrorsResponses = {
    /**
     * The workbook
     */
    200: Blob | File;
};

export type ShowImportErrorsResponse = ShowImportErrorsResponses[keyof ShowImportErrorsResponses];

export type ListImportRowsData = {
    body?: never;
    path: {
        id: string;
    };
    query?: {
        limit?: number;
        cursor?: string;
        /**
         * `ok`, `rejected` or `skipped`.
         */
        verdict?: string;
    };
    url: '/api/v1/imports/{id}/rows';
};

export type ListImportRowsResponses = {
    /**
     * A page of rows
     */
    200: ImportRowPage;
};

export type ListImportRowsResponse = ListImportRowsResponses[keyof ListImportRowsResponses];

export type UndoImportData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/v1/imports/{id}/undo';
};

export type UndoImportResponses = {
    /**
     * Undone
     */
    200: Import;
};

export type UndoImportResponse = UndoImportResponses[keyof UndoImportResponses];

export type ShowMeData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me';
};

export type ShowMeResponses = {
    /**
     * The caller
     */
    200: Me;
};

export type ShowMeResponse = ShowMeResponses[keyof ShowMeResponses];

export type ChooseAppointmentData = {
    body: ChooseAppointment;
    path?: never;
    query?: never;
    url: '/api/v1/me/active-appointment';
};

export type ChooseAppointmentResponses = {
    /**
     * Chosen
     */
    204: void;
};

export type ChooseAppointmentResponse = ChooseAppointmentResponses[keyof ChooseAppointmentResponses];

export type ChangePasswordData = {
    body: ChangePassword;
    path?: never;
    query?: never;
    url: '/api/v1/me/password';
};

export type ChangePasswordResponses = {
    /**
     * Changed
     */
    204: void;
};

export type ChangePasswordResponse = ChangePasswordResponses[keyof ChangePasswordResponses];

export type IssueTokenData = {
    body: IssueToken;
    path?: never;
    query?: never;
    url: '/api/v1/oauth/token';
};

export type IssueTokenResponses = {
    /**
     * A token that lives ten minutes
     */
    200: ClientToken;
};

export type IssueTokenResponse = IssueTokenResponses[keyof IssueTokenResponses];

export type ListProjectsData = {
    body?: never;
    path?: never;
    query?: {
        limit?: number;
        cursor?: string;
    };
    url: '/api/v1/projects';
};

export type ListProjectsResponses = {
    /**
     * A page of projects
     */
    200: ProjectPage;
};

export type ListProjectsResponse = ListProjectsResponses[keyof ListProjectsResponses];

export type ShowProjectData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}';
};

export type ShowProjectResponses = {
    /**
     * The project
     */
    200: WholeProject;
};

export type ShowProjectResponse = ShowProjectResponses[keyof ShowProjectResponses];

export type ListPoliciesData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/policies';
};

export type ListPoliciesResponses = {
    /**
     * The versions
     */
    200: PolicyPage;
};

export type ListPoliciesResponse = ListPoliciesResponses[keyof ListPoliciesResponses];

export type CreatePolicyData = {
    body: CreatePolicy;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/policies';
};

export type CreatePolicyResponses = {
    /**
     * The new version
     */
    201: Policy;
};

export type CreatePolicyResponse = CreatePolicyResponses[keyof CreatePolicyResponses];

export type ListClientsData = {
    body?: never;
    path: {
        project_id: string;
    };
    query?: never;
    url: '/api/v1/projects/{project_id}/clients';
};

export type ListClientsResponses = {
    /**
     * The clients
     */
    200: ClientPage;
};

export type ListClientsResponse = ListClientsResponses[keyof ListClientsResponses];

export type CreateClientData = {
    body: CreateClient;
    path: {
        project_id: string;
    };
    query?: never;
    url: '/api/v1/projects/{project_id}/clients';
};

export type CreateClientResponses = {
    /**
     * The client and its secret
     */
    201: ClientSecret;
};

export type CreateClientResponse = CreateClientResponses[keyof CreateClientResponses];

export type ListImportsData = {
    body?: never;
    path: {
        project_id: string;
    };
    query?: {
        limit?: number;
        cursor?: string;
        kind?: ImportKind;
    };
    url: '/api/v1/projects/{project_id}/imports';
};

export type ListImportsResponses = {
    /**
     * A page of imports
     */
    200: ImportPage;
};

export type ListImportsResponse = ListImportsResponses[keyof ListImportsResponses];

export type CreateImportData = {
    /**
     * The file itself, at most 64 MiB
     */
    body: Blob | File;
    path: {
        project_id: string;
    };
    query: {
        kind: ImportKind;
        /**
         * The file's name; its ending tells a workbook from CSV.
         */
        file_name: string;
    };
    url: '/api/v1/projects/{project_id}/imports';
};

export type CreateImportResponses = {
    /**
     * Being checked
     */
    202: Import;
};

export type CreateImportResponse = CreateImportResponses[keyof CreateImportResponses];

export type ListSessionsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/sessions';
};

export type ListSessionsResponses = {
    /**
     * The live sessions
     */
    200: OpenSessionPage;
};

export type ListSessionsResponse = ListSessionsResponses[keyof ListSessionsResponses];

export type CreateSessionData = {
    body: CreateSession;
    path?: never;
    query?: never;
    url: '/api/v1/sessions';
};

export type CreateSessionResponses = {
    /**
     * Signed in
     */
    201: Session;
};

export type CreateSessionResponse = CreateSessionResponses[keyof CreateSessionResponses];

export type SignOutData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/sessions/current';
};

export type SignOutResponses = {
    /**
     * Signed out
     */
    204: void;
};

export type SignOutResponse = SignOutResponses[keyof SignOutResponses];

export type ConfirmSessionData = {
    body: ConfirmSession;
    path?: never;
    query?: never;
    url: '/api/v1/sessions/current/confirmations';
};

export type ConfirmSessionResponses = {
    /**
     * Confirmed
     */
    204: void;
};

export type ConfirmSessionResponse = ConfirmSessionResponses[keyof ConfirmSessionResponses];

export type RefreshSessionData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/sessions/refresh';
};

export type RefreshSessionResponses = {
    /**
     * Renewed
     */
    200: Session;
};

export type RefreshSessionResponse = RefreshSessionResponses[keyof RefreshSessionResponses];

export type RemoveSessionData = {
    body?: never;
    path: {
        id: string;
    };
    query?: never;
    url: '/api/v1/sessions/{id}';
};

export type RemoveSessionResponses = {
    /**
     * Ended
     */
    204: void;
};

export type RemoveSessionResponse = RemoveSessionResponses[keyof RemoveSessionResponses];

export type ShowHealthData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/healthz';
};

export type ShowHealthResponses = {
    /**
     * It runs
     */
    200: Health;
};

export type ShowHealthResponse = ShowHealthResponses[keyof ShowHealthResponses];

export type ShowLivenessData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/livez';
};

export type ShowLivenessResponses = {
    /**
     * It runs
     */
    200: Health;
};

export type ShowLivenessResponse = ShowLivenessResponses[keyof ShowLivenessResponses];

export type ShowReadinessData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/readyz';
};

export type ShowReadinessResponses = {
    /**
     * Ready
     */
    200: Health;
};

export type ShowReadinessResponse = ShowReadinessResponses[keyof ShowReadinessResponses];

// Generated from openapi/openapi.json by `npm run generate`; do not edit.

export type ClientOptions = {
    baseUrl: `${string}://${string}` | (string & {});
};

/**
 * Why somebody has no practice mark.
 */
export type Absence = 'absent' | 'sick_leave' | 'maternity_leave' | 'official_leave' | 'other';

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
    /**
     * Where they are enrolled; whoever is wrong here tells the school before going on.
     */
    places: Array<ActivationPlace>;
};

/**
 * A line of the sheet that the school hands out.
 */
export type ActivationCode = {
    /**
     * Sixteen letters and digits, good for one use.
     */
    code: string;
    enrollment_id: string;
    /**
     * Typed together with the code at the first sign-in.
     */
    login: string;
    name: string;
    person_id: string;
    school_name: string;
    trainee_no: string;
};

/**
 * Somebody who got no code.
 */
export type ActivationLeftOut = {
    /**
     * `already_active`, `account_suspended`, or `not_above`: ask whoever stands above them.
     */
    code: string;
    enrollment_id: string;
};

/**
 * A place on the roster as its holder confirms it.
 */
export type ActivationPlace = {
    school_name: string;
    /**
     * The stage of schooling taught in (学段).
     */
    stage: string;
    /**
     * Code of the subject.
     */
    subject: string;
    subject_name: string;
    trainee_no: string;
};

/**
 * Codes to be printed; they are shown this once.
 */
export type ActivationSheet = {
    expires_at: string;
    items: Array<ActivationCode>;
    left_out: Array<ActivationLeftOut>;
};

export type AddMembers = {
    /**
     * Everybody or nobody.
     */
    atomic?: boolean;
    enrollment_ids: Array<string>;
    /**
     * Why a limit of the policy may be passed; it is listed among the exceptions.
     */
    reason?: string | null;
};

export type AdjustPracticeScore = {
    absence?: Absence | null;
    /**
     * Why the mark differs from the school's; the teacher reads it.
     */
    adjust_reason?: string | null;
    county_score?: Hundredths | null;
};

export type AdvanceClass = {
    /**
     * Why; a return needs it.
     */
    reason?: string | null;
};

/**
 * An action of a stateful thing, and whether the caller may take it now.
 */
export type AllowedAction = {
    action: string;
    allowed: boolean;
    /**
     * The rule that stands in the way, or the kind of the refusal where no rule is named.
     */
    blocked_by?: string | null;
    /**
     * Whether it has to be given a reason in words.
     */
    needs_reason: boolean;
};

export type AppointClassLead = {
    /**
     * An administrator of one of its schools.
     */
    person_id: string;
};

export type AppointWorkshopDeputy = {
    /**
     * A member of the workshop, or a teacher or administrator of its school.
     */
    person_id: string;
};

export type AppointWorkshopLeader = {
    /**
     * A member of the workshop, or a teacher or administrator of its school.
     */
    person_id: string;
};

/**
 * A role over a part of a project, held by somebody.
 */
export type Appointment = {
    allowed_actions: Array<AllowedAction>;
    ended_at: string | null;
    id: string;
    person_id: string;
    person_name: string;
    project_id: string | null;
    role: string;
    scope_id: string | null;
    /**
     * `project`, `county`, `subject`, `school`, `class`, `workshop` or `platform`.
     */
    scope_kind: string;
    scope_name: string | null;
    /**
     * Only an active role gives rights.
     */
    status: AppointmentStatus;
    /**
     * Code of an expert's subject.
     */
    subject: string | null;
    /**
     * The office held at the school, such as 副校长 (s.43).
     */
    title: string | null;
    valid_from: string;
    valid_to: string | null;
    /**
     * The number in its `ETag`.
     */
    version: number;
};

export type AppointmentPage = {
    items: Array<Appointment>;
    next_cursor: string | null;
};

/**
 * Whether a role gives rights; only an active one does.
 */
export type AppointmentStatus = 'active' | 'future' | 'suspended' | 'ended';

/**
 * Calling experts.
 */
export type AssignExperts = {
    expert_ids: Array<string>;
};

/**
 * A file of a work, or one that waits for a work to take it.
 */
export type Attachment = {
    created_at: string;
    id: string;
    media_type: string;
    name: string;
    project_id: string;
    /**
     * SHA-256 of the content, in hexadecimal digits.
     */
    sha256: string;
    /**
     * In bytes.
     */
    size: number;
    /**
     * The work that has it; an own file without one goes after 24 hours.
     */
    submission_id: string | null;
    /**
     * The version of the work that it came with.
     */
    version_number: number | null;
};

/**
 * The end of the chain, signed: keep it elsewhere, and nobody can shorten the trail unseen.
 */
export type AuditCheckpoint = {
    at: string;
    /**
     * SHA-256 of the last link, in hexadecimal.
     */
    hash: string;
    position: number;
    /**
     * A JSON Web Signature (EdDSA) over position, hash and instant.
     */
    signature: string;
};

/**
 * One act: who did what to what, in which role, and how it ended.
 */
export type AuditEvent = {
    /**
     * Such as `class.created`.
     */
    action: string;
    actor_id: string | null;
    actor_name: string | null;
    at: string;
    /**
     * The API client that acted, where no person did.
     */
    client_id: string | null;
    county_id: string | null;
    /**
     * Figures and codes of the act; never personal data.
     */
    detail: {
        [key: string]: unknown;
    };
    id: string;
    /**
     * For auditors and operators only.
     */
    ip: string | null;
    object_id: string | null;
    object_kind: string;
    /**
     * `done` or `denied`.
     */
    outcome: string;
    /**
     * Whom it is about.
     */
    person_id: string | null;
    project_id: string | null;
    reason: string | null;
    request_id: string;
    /**
     * The role whose right was used, or `none`.
     */
    role: string;
    school_id: string | null;
    /**
     * Place in the trail.
     */
    seq: number;
};

export type AuditEventPage = {
    items: Array<AuditEvent>;
    next_cursor: string | null;
};

/**
 * What checking the whole chain found.
 */
export type AuditVerification = {
    broken: BrokenLink | null;
    /**
     * Its SHA-256, in hexadecimal.
     */
    head_hash: string;
    /**
     * The last link that holds.
     */
    head_position: number;
    intact: boolean;
    /**
     * Links that stand in the chain.
     */
    sealed: number;
    /**
     * Events not yet in it; the sealer is seconds behind at most.
     */
    unsealed: number;
};

/**
 * The database at one instant with every file, sealed; the key file is never in it.
 */
export type Backup = {
    ended_at: string | null;
    /**
     * Why it failed.
     */
    fault: string | null;
    /**
     * How many uploaded files are in it.
     */
    files: number | null;
    id: string;
    /**
     * Bytes of its file.
     */
    size: number | null;
    /**
     * Whatever was acknowledged before is in it.
     */
    started_at: string;
    started_by: string;
    state: BackupState;
};

export type BackupPage = {
    items: Array<Backup>;
    next_cursor: string | null;
};

export type BackupState = 'running' | 'done' | 'failed';

/**
 * An exhibit to judge.
 */
export type BlindExhibit = ExpertReview & {
    attachments: Array<BlindFile>;
    body: string;
    title: string;
};

/**
 * A file of an exhibit, under a name that tells nothing.
 */
export type BlindFile = {
    id: string;
    media_type: string;
    /**
     * Its place among the files, from 1.
     */
    position: number;
    /**
     * Bytes.
     */
    size: number;
};

/**
 * What happens when a limit is passed.
 */
export type Breach = 'ignore' | 'warn' | 'require_reason' | 'block';

/**
 * The first place where the chain does not hold.
 */
export type BrokenLink = {
    /**
     * `event_changed`, `event_missing`, `link_broken`, `link_missing`, `chain_cut` or
     * `checkpoint_differs`.
     */
    code: string;
    event_seq: number | null;
    position: number;
};

/**
 * What the catalogue offers, and whether it can be published (s.36).
 */
export type CatalogAudit = {
    /**
     * Offered courses, and their credit-hours.
     */
    courses: number;
    hours: Hundredths;
    /**
     * Every subject has to have more hours than this.
     */
    hours_above: Hundredths;
    modules: Array<ModuleHours>;
    /**
     * Whether none has too few.
     */
    passed: boolean;
    published_at: string | null;
    /**
     * Codes of the subjects that have too few hours: of those that people of the project teach,
     * or of all while nobody is enrolled.
     */
    short_subjects: Array<string>;
    subjects: Array<SubjectHours>;
};

/**
 * What the catalogue needs before it is published (s.36).
 */
export type CatalogPolicy = {
    /**
     * Every subject has more credit-hours than this.
     */
    hours_above: Hundredths;
};

export type ChangeClass = {
    name?: string | null;
    reason?: string | null;
};

export type ChangeContact = {
    phone: string;
};

/**
 * What is to change; what is left out stays.
 */
export type ChangeCourse = {
    ability_point?: string | null;
    hours?: Hundredths | null;
    kind?: string | null;
    micro_ability?: string | null;
    /**
     * Stays once somebody has chosen the course.
     */
    module?: number | null;
    stage?: CourseStage | null;
    /**
     * Code of the subject; stays once somebody has chosen the course.
     */
    subject?: string | null;
    /**
     * Empty text takes it away.
     */
    theme_code?: string | null;
    title?: string | null;
};

export type ChangeEnrollment = {
    duty?: string | null;
    education?: string | null;
    job_title?: string | null;
    note?: string | null;
    /**
     * 小学 or `primary`.
     */
    stage?: string | null;
    /**
     * 语文 or its code.
     */
    subject?: string | null;
    teaching_years?: number | null;
};

export type ChangeEnrollmentStatus = {
    /**
     * Why: 病假, 产假, 退休, 调出 …
     */
    reason: string;
    /**
     * `withdrawn`, `deferred`, `exempted`, or `active` to take somebody back.
     */
    to: EnrollmentStatus;
};

export type ChangeOrganization = {
    aliases?: Array<string> | null;
    /**
     * The official name; a school's own administrator cannot change it.
     */
    name?: string | null;
    school_type?: string | null;
};

export type ChangePassword = {
    current_password: string;
    new_password: string;
};

export type ChangePhase = {
    activities?: Array<string> | null;
    ends_on?: string | null;
    grade_components?: Array<string> | null;
    modules?: Array<number> | null;
    name?: string | null;
    seq?: number | null;
    starts_on?: string | null;
};

export type ChangePracticeRound = {
    closes_on?: string | null;
    name?: string | null;
    opens_on?: string | null;
};

export type ChangeProject = {
    ends_on?: string | null;
    level?: TrainingLevel | null;
    name?: string | null;
    provider?: string | null;
    /**
     * When course plans are locked; null leaves them open.
     */
    selection_closes_at?: string | null;
    starts_on?: string | null;
    target_headcount?: number | null;
};

export type ChangeProjectStatus = {
    /**
     * Why; needed to take a closing back.
     */
    reason?: string | null;
    /**
     * `running`, `closing`, `closed` or `archived`.
     */
    to: ProjectStatus;
};

/**
 * Whether the work may leave the school.
 */
export type ChangeSubmissionConsent = {
    consent: boolean;
};

export type ChangeWorkshop = {
    name: string;
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

export type ChooseCourse = {
    /**
     * A course of the plan whose place it takes, in one step.
     */
    replaces?: string | null;
};

/**
 * A class of one school, or a joint one of several.
 */
export type Class = {
    allowed_actions: Array<AllowedAction>;
    /**
     * The administrators of its schools; empty in lists.
     */
    co_admins: Array<PersonName>;
    code: string;
    created_at: string;
    /**
     * What the policy says about its size.
     */
    findings: Array<SizeFinding>;
    id: string;
    kind: ClassKind;
    lead: PersonName | null;
    members: number;
    name: string;
    project_id: string;
    /**
     * Why it is a joint one.
     */
    reason: string | null;
    schools: Array<SchoolName>;
    /**
     * Seats that can be taken without a reason; absent where there is no limit.
     */
    seats: number | null;
    status: ClassStatus;
    version: number;
};

/**
 * How a class was formed (s.42).
 */
export type ClassKind = 'independent' | 'joint';

export type ClassPage = {
    items: Array<Class>;
    next_cursor: string | null;
};

/**
 * A class worth forming.
 */
export type ClassProposal = {
    enrollment_ids: Array<string>;
    kind: ClassKind;
    /**
     * `alone`: too small to stand alone, and no partner in its town has room.
     */
    note: string | null;
    schools: Array<SchoolName>;
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
 * Where a class stands.
 */
export type ClassStatus = 'draft' | 'submitted' | 'returned' | 'approved' | 'closed';

/**
 * A program that uses the API in its own name.
 */
export type Client = {
    created_at: string;
    disabled_at: string | null;
    expires_at: string;
    id: string;
    kind: ClientKind;
    name: string;
    organization_id: string | null;
    provider: string | null;
    scopes: Array<string>;
};

/**
 * What API clients there are, of all that can hold rights.
 */
export type ClientKind = 'course_provider' | 'third_party';

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

/**
 * A part of somebody's grade, parents before children.
 */
export type Component = {
    code: string;
    /**
     * Whether a mark below this part does not exist yet; it counts as 0.
     */
    incomplete: boolean;
    max: Hundredths;
    pass?: Hundredths | null;
    /**
     * Whether the line is reached; always so where there is none.
     */
    passed: boolean;
    points: Hundredths;
};

export type ConfirmSession = {
    password: string;
};

/**
 * How one is reached, masked.
 */
export type Contact = {
    /**
     * `****************1X`.
     */
    id_no: string | null;
    /**
     * `138****5678`; one signs in by it.
     */
    phone: string | null;
};

/**
 * Somebody named under a work.
 */
export type Contributor = {
    credit: Credit;
    name: string;
    person_id: string;
};

/**
 * Counts of a school, town, county or workshop. Add them up before making rates.
 */
export type Counts = {
    /**
     * Signed in and confirmed (参训).
     */
    activated: number;
    excellent: number;
    /**
     * Everybody who should take part (应参训人数).
     */
    expected: number;
    qualified: number;
    /**
     * With at least one counted unit of study.
     */
    studied: number;
};

/**
 * A course of the catalogue.
 */
export type Course = {
    ability_point: string | null;
    code: string;
    /**
     * Credit-hours (学时).
     */
    hours: Hundredths;
    id: string;
    kind: string | null;
    micro_ability: string | null;
    module: number;
    project_id: string;
    provider: string;
    provider_course_id: string | null;
    stage: CourseStage;
    status: CourseStatus;
    /**
     * Code of the subject.
     */
    subject: string;
    theme_code: string | null;
    title: string;
    updated_at: string;
};

/**
 * A value of a facet, and how many courses have it.
 */
export type CourseFacet = {
    courses: number;
    value: string;
};

/**
 * What each value would leave; a facet heeds every other filter but its own.
 */
export type CourseFacets = {
    kind: Array<CourseFacet>;
    module: Array<CourseFacet>;
    stage: Array<CourseFacet>;
    status: Array<CourseFacet>;
    subject: Array<CourseFacet>;
    theme: Array<CourseFacet>;
};

export type CoursePage = {
    facets: CourseFacets | null;
    items: Array<Course>;
    next_cursor: string | null;
    /**
     * How many courses fit, where it was asked for.
     */
    total: number | null;
};

/**
 * The stage that a course is made for; a general one suits every stage.
 */
export type CourseStage = 'general' | 'kindergarten' | 'primary' | 'junior' | 'senior' | 'vocational' | 'special';

/**
 * How far somebody is in a course.
 */
export type CourseStanding = 'not_started' | 'in_progress' | 'completed';

/**
 * Whether a course can be chosen.
 */
export type CourseStatus = 'published' | 'withdrawn';

export type CreateActivationCodes = {
    /**
     * These places; or else `school_id`.
     */
    enrollment_ids?: Array<string> | null;
    /**
     * Everybody of this school who has not signed in yet; or else `enrollment_ids`.
     */
    school_id?: string | null;
};

export type CreateAppointment = {
    person?: NewPerson | null;
    /**
     * Somebody of the project; or else `person`.
     */
    person_id?: string | null;
    role: Role;
    /**
     * The school, class or workshop that the role is over; may be left out for roles over the
     * project or its county.
     */
    scope_id?: string | null;
    /**
     * Code of an expert's subject.
     */
    subject?: string | null;
    /**
     * The office held, such as 副校长; a school's administrator must have one (s.43).
     */
    title?: string | null;
    /**
     * The first day; today where it is left out.
     */
    valid_from?: string | null;
    /**
     * The last day.
     */
    valid_to?: string | null;
};

export type CreateClass = {
    kind: ClassKind;
    name: string;
    /**
     * Why the schools join; a joint class needs it.
     */
    reason?: string | null;
    /**
     * One school, or at least two for a joint class; the first one gives the class its code.
     */
    school_ids: Array<string>;
};

export type CreateClient = {
    kind: ClientKind;
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

export type CreateCourse = {
    ability_point?: string | null;
    code: string;
    /**
     * Credit-hours: a multiple of 0.5, at most 100.
     */
    hours: Hundredths;
    kind?: string | null;
    micro_ability?: string | null;
    module: number;
    /**
     * Left out: the caller's own provider, or the project's.
     */
    provider?: string | null;
    provider_course_id?: string | null;
    stage: CourseStage;
    /**
     * Code of the subject.
     */
    subject: string;
    theme_code?: string | null;
    title: string;
};

/**
 * Somebody to be added by hand. Words are read as a file's are: 小学 or `primary`, 语文 or
 * its code; spaces and full-width digits do not matter.
 */
export type CreateEnrollment = {
    duty?: string;
    education?: string;
    /**
     * 男 or 女; by the ID number where it is left out.
     */
    gender?: string;
    id_no: string;
    job_title?: string;
    name: string;
    note?: string;
    phone: string;
    school_id: string;
    stage: string;
    subject: string;
    teaching_years?: number | null;
    /**
     * Left out, a free one is given.
     */
    trainee_no?: string;
};

/**
 * All that a task says; a change sends the whole again.
 */
export type CreateHomeworkTask = {
    criteria?: Array<CriterionBody>;
    due_at?: string | null;
    instructions?: string;
    late_allowed?: boolean;
    max_score?: Hundredths | null;
    opens_at?: string | null;
    phase_id?: string | null;
    required?: boolean;
    stage?: string | null;
    status?: TaskStatus | null;
    subject?: string | null;
    title: string;
    workshop_id?: string | null;
};

export type CreateOrganization = {
    /**
     * Earlier and short names, by which files are recognised.
     */
    aliases?: Array<string>;
    code: string;
    kind: OrganizationKind;
    name: string;
    /**
     * What it lies in; a province lies in nothing.
     */
    parent_id?: string | null;
    school_type?: string | null;
};

export type CreatePhase = {
    activities?: Array<string>;
    ends_on: string;
    /**
     * Codes of parts of the grade, such as `online`.
     */
    grade_components?: Array<string>;
    /**
     * Numbers of the modules, 1 to 4.
     */
    modules?: Array<number>;
    name: string;
    /**
     * Its place in the order; after the others where it is left out.
     */
    seq?: number | null;
    starts_on: string;
};

export type CreatePolicy = {
    body: PolicySet;
    effective_on: string;
    /**
     * Why it changes; announced with it.
     */
    note: string;
};

export type CreatePolicyBasis = {
    /**
     * The number of the document, such as 教师〔2013〕13号.
     */
    doc_no?: string;
    issued_on?: string | null;
    issuer?: string;
    title: string;
};

export type CreatePracticeRound = {
    closes_on: string;
    completion_max?: Hundredths | null;
    effect_max?: Hundredths | null;
    name: string;
    opens_on: string;
};

export type CreateProject = {
    /**
     * Short and unique, such as FY2020.
     */
    code: string;
    ends_on: string;
    level: TrainingLevel;
    name: string;
    programme: Programme;
    /**
     * The institution that runs the courses.
     */
    provider: string;
    /**
     * The county that it runs in.
     */
    region_id: string;
    starts_on: string;
    /**
     * How many are to be trained.
     */
    target_headcount: number;
};

export type CreateReport = {
    class_id?: string | null;
    code: ReportCode;
    format: ReportFormat;
    /**
     * The scoring round of R8; the newest where none is named.
     */
    round_id?: string | null;
    /**
     * A published run of the qualification; the newest where none is named.
     */
    run_id?: string | null;
    school_id?: string | null;
    workshop_id?: string | null;
};

export type CreateReveal = {
    /**
     * What it is needed for; kept in the audit trail.
     */
    reason: string;
};

/**
 * Name and password. The name is the phone, the staff number or the ID number.
 */
export type CreateSession = {
    login: string;
    password: string;
};

/**
 * Beginning a work.
 */
export type CreateSubmission = {
    kind?: WorkKind | null;
};

export type CreateTakeDown = {
    /**
     * Why; everybody who follows an old link reads it.
     */
    reason: string;
};

export type CreateWorkshop = {
    /**
     * The joint class that hosts it; either this or `school_id`.
     */
    class_id?: string | null;
    family: Family;
    /**
     * The person who leads it: a teacher or administrator of the school.
     */
    leader_id?: string | null;
    name: string;
    /**
     * Why a limit of the policy may be passed; it is listed among the exceptions.
     */
    reason?: string | null;
    /**
     * The school that hosts it; either this or `class_id`.
     */
    school_id?: string | null;
};

/**
 * What somebody contributed to a work.
 */
export type Credit = 'lead' | 'guidance' | 'collaboration';

/**
 * One thing that a task's works are marked for.
 */
export type Criterion = {
    /**
     * The most points for it.
     */
    max: Hundredths;
    name: string;
};

export type CriterionBody = {
    /**
     * The most points for it, 1–1000.
     */
    max: Hundredths;
    name: string;
};

/**
 * The points that a work got for one criterion.
 */
export type CriterionMark = {
    name: string;
    score: Hundredths;
};

export type EndAppointment = {
    reason: string;
};

/**
 * A trainee's place in a project. Phone and ID number are masked, and shown only to those
 * whose role needs them.
 */
export type Enrollment = {
    /**
     * The first sign-in: this instant counts as taking part (参训).
     */
    activated_at: string | null;
    class_id: string | null;
    class_name: string | null;
    duty: string | null;
    education: string | null;
    /**
     * `male` or `female`.
     */
    gender: string | null;
    id: string;
    /**
     * `****************1X`.
     */
    id_no: string | null;
    job_title: string | null;
    name: string;
    note: string | null;
    person_id: string;
    /**
     * `138****5678`.
     */
    phone: string | null;
    project_id: string;
    school_id: string;
    school_name: string;
    /**
     * The stage of schooling taught in (学段).
     */
    stage: string;
    /**
     * `imported`, `invited`, `activated`, `placed`, `active`, `completed`, `make_up`,
     * `transferred`, `deferred`, `withdrawn` or `exempted`.
     */
    status: EnrollmentStatus;
    /**
     * Code of the subject.
     */
    subject: string;
    subject_name: string;
    teaching_years: number | null;
    trainee_no: string;
    /**
     * The number in its `ETag`.
     */
    version: number;
    workshop_id: string | null;
    workshop_name: string | null;
};

export type EnrollmentPage = {
    items: Array<Enrollment>;
    next_cursor: string | null;
    /**
     * How many there are in all; told with the first page only.
     */
    total: number | null;
};

/**
 * How somebody stands: the newest result that the caller may see, or a preview by the evidence
 * of this moment, which has neither run nor outcome.
 */
export type EnrollmentQualification = {
    certificate_no: string | null;
    enrollment_id: string;
    explanation: QualificationExplanation;
    /**
     * Credit-hours.
     */
    hours: Hundredths;
    /**
     * When the run was made.
     */
    judged_at: string | null;
    name: string;
    offline: Hundredths | null;
    online: Hundredths | null;
    outcome: Outcome | null;
    /**
     * The version of the policy that it was judged by; 0 where the preset is in force.
     */
    policy_number: number;
    published_at: string | null;
    run_id: string | null;
    /**
     * The run's number in the project.
     */
    run_number: number | null;
    run_status: RunStatus | null;
    /**
     * Points of the whole grade.
     */
    total: Hundredths;
    trainee_no: string;
};

/**
 * The state of an enrolment.
 */
export type EnrollmentStatus = 'imported' | 'invited' | 'activated' | 'placed' | 'active' | 'completed' | 'make_up' | 'transferred' | 'deferred' | 'withdrawn' | 'exempted';

/**
 * What an event is about.
 */
export type EventKind = 'progress' | 'completed' | 'presence_check';

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
 * A limit of the policy that was passed with a reason.
 */
export type Exception = {
    actor_id: string;
    at: string;
    enrollment_id: string | null;
    id: string;
    /**
     * `class_full`, `too_many_workshops`, `family_taken` or `family_mismatch`.
     */
    kind: ExceptionKind;
    object_id: string;
    /**
     * `class` or `workshop`.
     */
    object_kind: string;
    reason: string;
    /**
     * The role in which it was decided.
     */
    role: string;
    school_id: string | null;
};

/**
 * A limit that was passed with a reason.
 */
export type ExceptionKind = 'class_full' | 'too_many_workshops' | 'family_taken' | 'family_mismatch';

export type ExceptionPage = {
    items: Array<Exception>;
    next_cursor: string | null;
};

/**
 * An expert's part in judging an exhibit, as the project team sees it.
 */
export type ExpertAssignment = {
    assigned_at: string;
    comment: string | null;
    expert_id: string;
    expert_name: string | null;
    id: string;
    reviewed_at: string | null;
    score: Hundredths | null;
    /**
     * `assigned` or `done`.
     */
    status: string;
};

export type ExpertAssignmentPage = {
    items: Array<ExpertAssignment>;
    next_cursor: string | null;
};

/**
 * Somebody who could judge an exhibit.
 */
export type ExpertCandidate = {
    expert_id: string;
    name: string;
    /**
     * Where the expert teaches, if that is a school of the project.
     */
    school_name: string | null;
    /**
     * Exhibits that wait for this expert already.
     */
    waiting: number;
};

export type ExpertCandidatePage = {
    items: Array<ExpertCandidate>;
    /**
     * So many more experts the exhibit needs at least.
     */
    needed: number;
    next_cursor: string | null;
};

/**
 * An exhibit that one is called to judge.
 */
export type ExpertReview = {
    assigned_at: string;
    comment: string | null;
    id: string;
    kind: WorkKind;
    reviewed_at: string | null;
    score: Hundredths | null;
    stage: string;
    status: ExpertReviewStatus;
    subject: string;
};

export type ExpertReviewPage = {
    items: Array<ExpertReview>;
    next_cursor: string | null;
};

/**
 * Whether an expert has marked an exhibit.
 */
export type ExpertReviewStatus = 'assigned' | 'done';

/**
 * The family of subjects that shares a workshop (s.60).
 */
export type Family = 'chinese' | 'math' | 'english' | 'science' | 'humanities' | 'general';

export type FamilyLabel = {
    code: Family;
    label: Label;
};

export type FileBytes = Blob | File;

export type FillPracticeSheet = {
    rows: Array<PracticeEntry>;
};

/**
 * One condition with the figures it was held against.
 */
export type Finding = {
    /**
     * `hours_below`, `mark_missing`, `component_below`, `homework_missing` or
     * `integrity_case_open`; of the excellent `total_below_line` or `rank_beyond_quota`.
     */
    code: string;
    /**
     * The part of the grade that it is about.
     */
    component?: string | null;
    have?: Hundredths | null;
    need?: Hundredths | null;
};

/**
 * What the formation assistant proposes; it changes nothing.
 */
export type FormationProposal = {
    classes: Array<ClassProposal>;
    workshops: Array<WorkshopProposal>;
};

/**
 * Why; the author reads it.
 */
export type GiveReason = {
    reason: string;
};

/**
 * Somebody's final online score.
 */
export type GivenOnlineScore = {
    /**
     * 0 to 100, at most two decimals.
     */
    score: number;
    /**
     * When the provider determined it; of two scores the newer holds.
     */
    source_at: string;
    trainee_no: string;
};

/**
 * Somebody's grade, part by part.
 */
export type Grade = {
    /**
     * The parts of the grade, parents before children; the first is the total.
     */
    components: Array<Component>;
    credited_hours: Hundredths;
    enrollment_id: string;
    /**
     * Works handed in and not withdrawn.
     */
    homework_submitted: number;
    name: string;
    offline: Hundredths | null;
    online: Hundredths | null;
    school_id: string;
    school_name: string;
    trainee_no: string;
};

/**
 * A part of the grade with what it rests on.
 */
export type GradeLine = Component & {
    mark: Hundredths | null;
    online_evidence: OnlineEvidence | null;
    practice_evidence: OwnPracticeScore | null;
    source: GradeSource | null;
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

export type GradePage = {
    items: Array<Grade>;
    next_cursor: string | null;
};

/**
 * Where a leaf of the tree takes its mark out of 100 from, and by that who may write it
 * (s.27).
 */
export type GradeSource = 'online_score' | 'practice_score';

/**
 * What the cockpit counts by.
 */
export type GroupBy = 'school' | 'town' | 'class' | 'workshop';

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
 * Where a work stands on its rung.
 */
export type HomeworkStatus = 'draft' | 'submitted' | 'under_review' | 'returned' | 'accepted' | 'not_selected' | 'withdrawn';

/**
 * A homework task.
 */
export type HomeworkTask = {
    /**
     * What works are marked for; none where one score is given for the whole.
     */
    criteria: Array<Criterion>;
    due_at: string | null;
    id: string;
    instructions: string;
    late_allowed: boolean;
    max_score: Hundredths;
    my_submission: OwnSubmission | null;
    opens_at: string | null;
    phase_id: string | null;
    project_id: string;
    required: boolean;
    stage: string | null;
    status: TaskStatus;
    subject: string | null;
    title: string;
    version: number;
    /**
     * Only for this workshop, where one is named; so with subject and stage.
     */
    workshop_id: string | null;
};

export type HomeworkTaskPage = {
    items: Array<HomeworkTask>;
    next_cursor: string | null;
};

/**
 * What hosts a workshop.
 */
export type HostKind = 'school' | 'class';

/**
 * A number with at most two decimals
 */
export type Hundredths = number;

/**
 * A file on its way in.
 */
export type Import = {
    allowed_actions: Array<AllowedAction>;
    checked_at: string | null;
    committed_at: string | null;
    counts: ImportCounts;
    created_at: string;
    file_name: string;
    id: string;
    kind: ImportKind;
    /**
     * It would change so many of the records it names that it may be the wrong file; its
     * commit asks for `confirm_threshold=true`.
     */
    needs_confirmation: boolean;
    problem: ImportProblem | null;
    progress: ImportProgress;
    project_id: string;
    status: ImportStatus;
    undone_at: string | null;
};

/**
 * How many rows of which kind.
 */
export type ImportCounts = {
    created: number;
    /**
     * Rows of which something stays as somebody changed it by hand; see `override_edits`.
     */
    held: number;
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
 * A field in which the file and a record that was changed by hand differ. Its row has the
 * warning `edit_kept` or, where the file says something new, `edit_differs`.
 */
export type ImportDifference = {
    /**
     * What the record holds; empty where there is nothing or it may not be shown.
     */
    current: string | null;
    field: string;
    /**
     * What the file says.
     */
    file: string | null;
    /**
     * The file says something else than the last file did, so somebody has to decide.
     */
    new: boolean;
};

/**
 * One event of the stream.
 */
export type ImportEvent = {
    /**
     * An `Import` as JSON text.
     */
    data: string;
    event: string;
};

/**
 * What an import brings in.
 */
export type ImportKind = 'schools' | 'roster' | 'classes' | 'class_members' | 'workshops' | 'staff' | 'catalog' | 'selections' | 'online_progress' | 'online_scores' | 'practice_scores' | 'homework';

export type ImportPage = {
    items: Array<Import>;
    /**
     * The kinds of files that the caller may import here.
     */
    kinds: Array<ImportKind>;
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
    change: RowChange;
    codes: Array<string>;
    /**
     * Where the record stays as somebody changed it by hand.
     */
    differences: Array<ImportDifference>;
    label: string;
    /**
     * The row's number as the spreadsheet program shows it.
     */
    line: number;
    verdict: RowVerdict;
    warnings: Array<string>;
};

export type ImportRowPage = {
    items: Array<ImportRow>;
    next_cursor: string | null;
};

/**
 * How far a file has come. `refused` is the file's fault, `failed` is ours: send it again.
 */
export type ImportStatus = 'checking' | 'checked' | 'refused' | 'failed' | 'committed' | 'undone';

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
 * A name in both languages.
 */
export type Label = {
    en: string;
    zh: string;
};

/**
 * An event as it stands in the ledger.
 */
export type LearningEvent = {
    course_code: string;
    course_id: string;
    enrollment_id: string;
    /**
     * The provider's own id of it.
     */
    event_id: string;
    id: string;
    occurred_at: string;
    received_at: string;
    response_ms: number | null;
    result: PresenceResult | null;
    score: Hundredths | null;
    trainee_no: string;
    type: EventKind;
    watched_seconds: number | null;
};

export type LearningEventPage = {
    items: Array<LearningEvent>;
    next_cursor: string | null;
};

/**
 * How one event fared.
 */
export type LearningEventResult = {
    /**
     * `invalid_json`, `invalid_field`, `occurred_in_future`, `event_conflict`,
     * `trainee_unknown` or `course_unknown`.
     */
    code: string | null;
    /**
     * The wrong field of a rejected event.
     */
    field: string | null;
    index: number;
    /**
     * `accepted`, `redelivered` (known already, a success), `parked` (in the quarantine until
     * somebody says whom it meant) or `rejected`.
     */
    status: string;
};

/**
 * How a batch fared, in its own order.
 */
export type LearningEventResults = {
    accepted: number;
    parked: number;
    redelivered: number;
    rejected: number;
    results: Array<LearningEventResult>;
};

/**
 * A trainee's plan in a list.
 */
export type ListedSelection = ListedTrainee & {
    status: SelectionStatus;
    submitted_at: string | null;
};

/**
 * A trainee as lists of plans and progress name them.
 */
export type ListedTrainee = {
    class_id: string | null;
    credited_hours: Hundredths;
    enrollment_id: string;
    name: string;
    online_score: Hundredths | null;
    school_id: string;
    school_name: string;
    /**
     * Credit-hours chosen, and credited so far.
     */
    selected_hours: Hundredths;
    stage: StageOfSchooling | null;
    subject: string;
    trainee_no: string;
    workshop_id: string | null;
};

export type MarkCriterion = {
    name: string;
    score: Hundredths;
};

/**
 * An expert's mark.
 */
export type MarkExhibit = {
    /**
     * The author reads it, without the expert's name.
     */
    comment: string;
    score: Hundredths;
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
 * What became of one of those who were to join.
 */
export type MemberResult = {
    /**
     * `class_full`, `school_mismatch`, `already_enrolled`, `family_mismatch`, `not_active`,
     * `duplicate` or `not_found`.
     */
    code: string | null;
    enrollment_id: string;
    index: number;
    /**
     * `added`, `unchanged` or `refused`.
     */
    status: string;
};

/**
 * What became of each, in the order of the request.
 */
export type MemberResults = {
    added: number;
    refused: number;
    results: Array<MemberResult>;
};

/**
 * Hours and courses of a plan in one module.
 */
export type ModuleHours = {
    courses: number;
    hours: Hundredths;
    module: number;
};

export type ModuleLabel = {
    label: Label;
    number: number;
};

/**
 * Naming somebody under a work.
 */
export type NameContributor = {
    credit: Credit;
    person_id: string;
};

/**
 * Somebody whom the platform does not know yet. They activate their account by a code.
 */
export type NewPerson = {
    name: string;
    /**
     * By this or the staff number they sign in.
     */
    phone?: string | null;
    staff_no?: string | null;
};

/**
 * When the provider gave an online mark and when it arrived.
 */
export type OnlineEvidence = {
    given_at: string;
    received_at: string;
};

/**
 * How one score fared.
 */
export type OnlineScoreResult = {
    /**
     * `trainee_unknown`, `duplicate_trainee` or `source_in_future`.
     */
    code: string | null;
    index: number;
    /**
     * `accepted`, `unchanged`, `older` (kept, but a newer one holds) or `rejected`.
     */
    status: string;
};

export type OnlineScoreResults = {
    results: Array<OnlineScoreResult>;
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
 * A province, city, county, town or school.
 */
export type Organization = {
    aliases: Array<string>;
    /**
     * The official code: six digits of a county, ten of a school.
     */
    code: string;
    /**
     * The county it is or lies in.
     */
    county_id: string | null;
    id: string;
    /**
     * `province`, `city`, `county`, `town` or `school`.
     */
    kind: OrganizationKind;
    name: string;
    parent_id: string | null;
    school_type: string | null;
    /**
     * The number in its `ETag`.
     */
    version: number;
};

/**
 * A tier of the tree.
 */
export type OrganizationKind = 'province' | 'city' | 'county' | 'town' | 'school';

export type OrganizationPage = {
    items: Array<Organization>;
    next_cursor: string | null;
};

/**
 * What somebody's evidence comes to.
 */
export type Outcome = 'qualified' | 'unqualified' | 'pending' | 'excellent';

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

export type OwnPracticePage = {
    items: Array<OwnPracticeScore>;
    next_cursor: string | null;
};

/**
 * Somebody's practice mark of one round.
 */
export type OwnPracticeScore = {
    absence: Absence | null;
    /**
     * Why the county's mark differs from the school's.
     */
    adjust_reason: string | null;
    completion: Hundredths | null;
    county_score: Hundredths | null;
    effect: Hundredths | null;
    final_score: Hundredths | null;
    id: string;
    note: string | null;
    round_name: string;
    school_score: Hundredths | null;
    sheet_status: SheetStatus | null;
    updated_at: string;
};

/**
 * The caller's own work for a task.
 */
export type OwnSubmission = {
    id: string;
    /**
     * `personal`, `school`, `regional`, `exhibition` or `library`.
     */
    rung: string;
    status: HomeworkStatus;
};

/**
 * A person by id and name.
 */
export type PersonName = {
    name: string;
    person_id: string;
};

/**
 * A phase binds content, activities and assessment.
 */
export type Phase = {
    activities: Array<string>;
    ends_on: string;
    /**
     * Codes of parts of the grade.
     */
    grade_components: Array<string>;
    id: string;
    /**
     * Numbers of the modules.
     */
    modules: Array<number>;
    name: string;
    seq: number;
    starts_on: string;
    /**
     * The number in its `ETag`.
     */
    version: number;
};

export type PlaceEnrollment = {
    /**
     * The class to sit in; left out, the class stays.
     */
    class_id?: string | null;
    /**
     * Why a limit of the policy may be passed.
     */
    reason?: string | null;
    /**
     * The workshop to sit in; left out, the workshop stays.
     */
    workshop_id?: string | null;
};

/**
 * Where a trainee sits.
 */
export type Placement = {
    class_id: string | null;
    enrollment_id: string;
    workshop_id: string | null;
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
    id: string;
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
     * Working days (Monday to Friday) in which a published score can be appealed against; until
     * they are over no qualification run that was published is made final.
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
 * A round of polishing.
 */
export type PolishHomework = {
    due_on?: string | null;
    /**
     * What is to be done.
     */
    task: string;
    /**
     * The people who may hand in the next version, besides the author.
     */
    team: Array<string>;
};

/**
 * A polishing round.
 */
export type PolishingRound = {
    closed_at: string | null;
    created_at: string;
    due_on: string | null;
    id: string;
    number: number;
    task: string;
    team: Array<string>;
};

/**
 * The school's part of one row; what is left out is emptied.
 */
export type PracticeEntry = {
    absence?: Absence | null;
    completion?: Hundredths | null;
    effect?: Hundredths | null;
    enrollment_id: string;
    note?: string | null;
    school_score?: Hundredths | null;
    /**
     * The version of the row that was seen last.
     */
    version: number;
};

export type PracticeFault = {
    code: string;
    detail: string;
    pointer: string;
};

export type PracticeFillResult = {
    results: Array<PracticeRowResult>;
    saved: number;
};

/**
 * Where the county's mark of a row came from: a file may have brought it long before the school
 * writes its own.
 */
export type PracticeOrigin = {
    /**
     * Since when the county's mark stands.
     */
    county_at: string | null;
    county_by: string | null;
    /**
     * `county` by hand, `import` by a file.
     */
    county_source: string | null;
    enrollment_id: string;
    /**
     * The note was written while there was no mark, and there is one now.
     */
    note_before_mark: boolean;
};

/**
 * Points of the two criterion groups of offline practice (s.26); together 100.
 */
export type PracticePolicy = {
    completion_max: Hundredths;
    effect_max: Hundredths;
    /**
     * Whether somebody other than the determiner has to publish and lock a sheet.
     */
    second_person?: boolean;
};

/**
 * A scoring round of a project.
 */
export type PracticeRound = {
    allowed_actions: Array<AllowedAction>;
    closes_on: string;
    /**
     * Points of the two criterion groups; 100 together.
     */
    completion_max: Hundredths;
    effect_max: Hundredths;
    id: string;
    name: string;
    opens_on: string;
    project_id: string;
    status: RoundStatus | null;
};

export type PracticeRoundPage = {
    items: Array<PracticeRound>;
    next_cursor: string | null;
};

/**
 * What became of one row of the request.
 */
export type PracticeRowResult = {
    enrollment_id: string;
    errors: Array<PracticeFault>;
    index: number;
    row: PracticeScore | null;
    /**
     * `saved`, `unchanged`, `stale` (somebody else wrote since; nothing was overwritten) or
     * `refused`.
     */
    status: string;
};

/**
 * One person's row of a sheet.
 */
export type PracticeScore = {
    absence: Absence | null;
    adjust_reason: string | null;
    completion: Hundredths | null;
    county_score: Hundredths | null;
    effect: Hundredths | null;
    enrollment_id: string;
    enrollment_status: EnrollmentStatus;
    final_score: Hundredths | null;
    id: string;
    name: string;
    /**
     * The caller's own row: somebody else scores it.
     */
    not_yours: boolean;
    note: string | null;
    school_score: Hundredths | null;
    trainee_no: string;
    updated_at: string;
    /**
     * To be sent back with a change of this row.
     */
    version: number;
};

/**
 * One change of a row: the values before and after it.
 */
export type PracticeScoreChange = {
    actor_name: string | null;
    after: {
        [key: string]: unknown;
    };
    at: string;
    before: {
        [key: string]: unknown;
    };
    id: string;
    reason: string | null;
    role: string;
    /**
     * `school`, `county` or `import`.
     */
    source: string;
};

export type PracticeScoreChangePage = {
    items: Array<PracticeScoreChange>;
    next_cursor: string | null;
};

/**
 * The sheet of one class and school in a round.
 */
export type PracticeSheet = {
    allowed_actions: Array<AllowedAction>;
    class_code: string;
    /**
     * Nothing on the sheet of a school's people who are in no class; its name says so, its code
     * is empty.
     */
    class_id: string | null;
    class_name: string;
    completion_max: Hundredths;
    counts: PracticeSheetCounts;
    county_id: string;
    effect_max: Hundredths;
    id: string;
    project_id: string;
    /**
     * Why the county sent it back, until it is submitted again.
     */
    return_reason: string | null;
    round_id: string;
    round_name: string;
    round_status: RoundStatus;
    school_id: string;
    school_name: string;
    status: SheetStatus | null;
    updated_at: string;
};

/**
 * How far a sheet is; enrolments that no longer count are left out.
 */
export type PracticeSheetCounts = {
    /**
     * Where the county's mark is not the school's.
     */
    adjusted: number;
    /**
     * With a mark of the county's own, which a file may have brought before the county looked.
     */
    county_scored: number;
    /**
     * With a final mark or an absence reason, once the county has determined the sheet; 0
     * before.
     */
    determined: number;
    /**
     * With the school's mark or an absence reason.
     */
    done: number;
    open: number;
    /**
     * Open rows that the caller cannot fill, being about themself; the county scores them.
     */
    own_open: number;
    rows: number;
    /**
     * Without a final mark or an absence reason.
     */
    undetermined: number;
    /**
     * Of these, where nobody says why and the school has written since.
     */
    unexplained: number;
};

export type PracticeSheetPage = {
    items: Array<PracticeSheet>;
    next_cursor: string | null;
};

/**
 * A step of a sheet's history.
 */
export type PracticeSheetStep = {
    action: string;
    actor_name: string | null;
    at: string;
    from: string;
    reason: string | null;
    role: string;
    to: string;
};

/**
 * How a presence check (s.101) ended.
 */
export type PresenceResult = 'passed' | 'missed';

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
 * The programme that a project belongs to.
 */
export type Programme = 'itaa_1' | 'itaa_2';

export type ProgressPage = {
    items: Array<TraineeProgress>;
    next_cursor: string | null;
    summary: ProgressSummary | null;
    /**
     * Trainees in the whole list, where the summary was asked for.
     */
    total: number | null;
};

/**
 * What the list comes to, and the study of everybody whom the caller sees.
 */
export type ProgressSummary = {
    /**
     * Of everybody whom the caller sees, whatever the filters: trainees with any event …
     */
    active: number;
    /**
     * … pairs of trainee and course with any event, and completed ones …
     */
    courses_begun: number;
    courses_completed: number;
    credited_hours: Hundredths;
    presence_missed: number;
    presence_passed: number;
    /**
     * Of the list: trainees, those with the hours that a plan needs, and all credited hours.
     */
    trainees: number;
    /**
     * … and the sums of their highest watched time and their presence checks.
     */
    watched_seconds: number;
    with_enough_hours: number;
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
    status: ProjectStatus;
    target_headcount: number;
    /**
     * The number in its `ETag`.
     */
    version: number;
};

export type ProjectPage = {
    items: Array<Project>;
    next_cursor: string | null;
};

/**
 * A school of a project with its headcount.
 */
export type ProjectSchool = Organization & {
    /**
     * How many of them have signed in (参训).
     */
    activated: number;
    /**
     * How many are enrolled and count (应参训).
     */
    enrolled: number;
};

export type ProjectSchoolPage = {
    items: Array<ProjectSchool>;
    next_cursor: string | null;
};

export type ProjectStatus = 'draft' | 'published' | 'running' | 'closing' | 'closed' | 'archived';

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

export type PublishCatalog = {
    /**
     * Until when courses can be chosen; left out, the project's own deadline stays.
     */
    selection_closes_at?: string | null;
};

/**
 * What is confirmed when a work goes into the library.
 */
export type PublishHomework = {
    level: ResourceLevel;
    /**
     * `CC BY-NC-SA 4.0` when left out.
     */
    licence?: string | null;
    licence_confirmed: boolean;
    /**
     * No pupil can be recognised.
     */
    personal_data_checked: boolean;
    reason: string;
};

/**
 * What went into the library.
 */
export type PublishedResource = {
    author_id: string;
    id: string;
    kind: WorkKind;
    level: ResourceLevel;
    licence: string;
    published_at: string;
    stage: string;
    status: ResourceStatus;
    subject: string;
    submission_id: string;
    title: string;
};

/**
 * The conditions with their figures, as the run kept them.
 */
export type QualificationExplanation = {
    /**
     * The parts of the grade, parents before children; the first is the total.
     */
    components: Array<Component>;
    not_excellent?: Finding | null;
    /**
     * The shortest way to qualify.
     */
    steps: Array<Step>;
    /**
     * Every condition that is not met; empty for whoever passed.
     */
    unmet: Array<Finding>;
};

/**
 * How many there are of each outcome, and who moved since the previous run.
 */
export type QualificationFigures = {
    /**
     * How many of the unqualified lack a mark.
     */
    awaiting: number;
    /**
     * How many lack each mark of the grade (`online_score`, `practice_score`): nobody has given
     * or published it yet. Nothing for runs that did not count them.
     */
    missing: {
        [key: string]: number;
    } | null;
    moved: Array<QualificationMove>;
    outcomes: {
        [key: string]: number;
    };
    /**
     * The run before.
     */
    previous_id: string | null;
    total: number;
};

/**
 * What a run that starts now would read.
 */
export type QualificationGround = {
    /**
     * How many lack each mark of the grade (`online_score`, `practice_score`).
     */
    missing: {
        [key: string]: number;
    };
    /**
     * Everybody in the denominator.
     */
    total: number;
    /**
     * Practice sheets whose marks do not count, since they are not published.
     */
    unpublished_sheets: number;
};

/**
 * People of one outcome in the previous run and another in this one.
 */
export type QualificationMove = {
    count: number;
    from: Outcome | null;
    to: Outcome | null;
};

/**
 * Somebody's result in a run.
 */
export type QualificationResult = {
    certificate_no: string | null;
    class_id: string | null;
    enrollment_id: string;
    explanation: QualificationExplanation;
    /**
     * Credit-hours.
     */
    hours: Hundredths;
    name: string;
    offline: Hundredths | null;
    online: Hundredths | null;
    outcome: Outcome | null;
    run_id: string;
    school_id: string;
    school_name: string;
    /**
     * Points of the whole grade.
     */
    total: Hundredths;
    trainee_no: string;
};

export type QualificationResultPage = {
    items: Array<QualificationResult>;
    next_cursor: string | null;
    /**
     * How many there are in all; told with the first page only.
     */
    total: number | null;
};

/**
 * A run of the qualification over everybody who counts.
 */
export type QualificationRun = {
    allowed_actions: Array<AllowedAction>;
    created_at: string;
    /**
     * SHA-256 over policy, evidence and results: the same input gives the same digest.
     */
    digest: string;
    /**
     * How many there are of each outcome, and who moved since the previous run.
     */
    figures: QualificationFigures;
    /**
     * The first day, by the county's clock, on which a published run can be made final: the
     * policy's days of appeal are over.
     */
    final_from: string | null;
    finalised_at: string | null;
    id: string;
    number: number;
    policy_id: string;
    project_id: string;
    published_at: string | null;
    status: RunStatus | null;
};

export type QualificationRunPage = {
    ground: QualificationGround | null;
    items: Array<QualificationRun>;
    next_cursor: string | null;
};

export type QuarantineReason = 'trainee_unknown' | 'course_unknown';

/**
 * How a replay went.
 */
export type QuarantineReplay = {
    /**
     * Booked now, because their trainee or course is known meanwhile.
     */
    placed: number;
    tried: number;
    /**
     * Still nobody's.
     */
    waiting: number;
};

export type QuarantineStatus = 'open' | 'resolved' | 'discarded';

/**
 * An event that waits until somebody says whom it meant.
 */
export type QuarantinedEvent = {
    course_code: string;
    event_id: string;
    id: string;
    occurred_at: string | null;
    project_id: string;
    reason: QuarantineReason;
    received_at: string;
    resolved_at: string | null;
    status: QuarantineStatus;
    /**
     * As it was delivered.
     */
    trainee_no: string;
    type: string;
};

export type QuarantinedEventPage = {
    items: Array<QuarantinedEvent>;
    next_cursor: string | null;
    total: number;
};

/**
 * A unit's quota.
 */
export type Quota = QuotaMeter & {
    /**
     * The subject, where the step is counted by subject.
     */
    subject: string | null;
    /**
     * The workshop, school or county.
     */
    unit_id: string;
    unit_name: string;
};

/**
 * A quota as it stands.
 */
export type QuotaMeter = {
    allowed: number;
    left: number;
    /**
     * `workshop`, `school` or `region`.
     */
    step: QuotaStep;
    submitted: number;
    used: number;
};

export type QuotaPage = {
    items: Array<Quota>;
    next_cursor: string | null;
    total: number;
};

/**
 * The steps of the ladder that only a share of the submitted works may take.
 */
export type QuotaStep = 'workshop' | 'school' | 'region';

/**
 * A rate with the figures that it was made of.
 */
export type Rate = {
    denominator: number;
    numerator: number;
    percent?: Hundredths | null;
};

/**
 * The four rates of a bulletin.
 */
export type Rates = {
    /**
     * 优秀率: excellent over expected.
     */
    excellence: Rate;
    /**
     * 参训率: activated over expected.
     */
    participation: Rate;
    /**
     * 合格率: qualified over expected.
     */
    pass: Rate;
    /**
     * 学习率: studied over expected.
     */
    study: Rate;
};

export type ReceiveLearningEvents = {
    /**
     * Each an object with `event_id`, `type` (`progress`, `completed` or `presence_check`),
     * `trainee_no`, `course_code`, `occurred_at` and what belongs to its type:
     * `watched_seconds`, `score`, `result`, `response_ms`. Unknown fields are ignored. Each is
     * judged by itself, so that anything at all is taken here.
     */
    events: Array<unknown>;
};

export type ReceiveOnlineScores = {
    scores: Array<GivenOnlineScore>;
};

/**
 * A recommendation.
 */
export type Recommendation = {
    cancel_reason: string | null;
    cancelled_at: string | null;
    /**
     * Whether the work has a newer version than the one recommended.
     */
    changed_since: boolean;
    created_at: string;
    /**
     * Whether it holds (effective).
     */
    effective: boolean;
    id: string;
    /**
     * Whether the caller gave it (mine).
     */
    mine: boolean;
    reason: string;
    recommender_id: string;
    recommender_name: string | null;
    role: string;
    /**
     * Where it leads: `school` or `exhibition`.
     */
    rung: string;
    submission_id: string;
};

/**
 * The fixed lists.
 */
export type ReferenceLists = {
    families: Array<FamilyLabel>;
    modules: Array<ModuleLabel>;
    /**
     * The stages a course can be made for; `general` suits every one.
     */
    stages: Array<StageLabel>;
    subjects: Array<Subject>;
    themes: Array<Theme>;
};

export type ReopenPracticeRound = {
    /**
     * Why; the schools read it.
     */
    reason: string;
};

export type ReopenSelection = {
    /**
     * This person's own deadline; needed once the common one has passed.
     */
    closes_at?: string | null;
    /**
     * Why; the trainee reads it.
     */
    reason: string;
};

/**
 * A list that was drawn up.
 */
export type Report = {
    /**
     * The instant that its figures stand for.
     */
    as_of: string;
    code: ReportCode;
    /**
     * What its figures mean.
     */
    definitions: Array<string>;
    /**
     * SHA-256 of the file, in hexadecimal.
     */
    digest: string;
    format: ReportFormat;
    id: string;
    /**
     * Whether it can be fetched once only, within fifteen minutes.
     */
    personal: boolean;
    project_id: string;
    /**
     * The role in which it was drawn up.
     */
    role: string;
    rows: number;
    title: string;
};

/**
 * A report that can be drawn up.
 */
export type ReportCode = 'R1' | 'R7' | 'R8' | 'R9' | 'R12' | 'R15' | 'roster' | 'roster_masked';

/**
 * A column of a list.
 */
export type ReportColumn = {
    /**
     * Whether its cells hold numbers.
     */
    number: boolean;
    title: string;
};

/**
 * The file that a report is written as.
 */
export type ReportFormat = 'xlsx' | 'csv';

export type ReportPage = {
    /**
     * The lists that one may draw up here.
     */
    codes: Array<ReportCode>;
    items: Array<Report>;
    next_cursor: string | null;
};

/**
 * A page of a list, as the file would hold it.
 */
export type ReportRowPage = {
    as_of: string;
    code: ReportCode;
    columns: Array<ReportColumn>;
    definitions: Array<string>;
    /**
     * One list of cells for each line: texts, numbers or null.
     */
    items: Array<Array<unknown>>;
    next_cursor: string | null;
    title: string;
    /**
     * The totals of the whole list, where it has any.
     */
    total: Array<unknown> | null;
};

/**
 * A code, shown this once.
 */
export type ResetCode = {
    code: string;
    expires_at: string;
};

/**
 * Whom or what the event meant; or, with `discard`, that it is nobody's.
 */
export type ResolveQuarantinedEvent = {
    course_code?: string | null;
    discard?: boolean;
    /**
     * Why it is discarded.
     */
    reason?: string | null;
    /**
     * Left out, what was delivered stays.
     */
    trainee_no?: string | null;
};

/**
 * A work that the library shares.
 */
export type Resource = {
    author: ResourceCredit;
    expert_score: Hundredths | null;
    id: string;
    kind: WorkKind;
    level: ResourceLevel;
    /**
     * Under which licence it may be used; always shown with it.
     */
    licence: string;
    project_id: string;
    published_at: string;
    school: ResourceCredit;
    stage: string;
    status: ResourceStatus;
    subject: string;
    submission_id: string | null;
    title: string;
};

/**
 * Somebody or some place by name.
 */
export type ResourceCredit = {
    id: string;
    name: string;
};

/**
 * How far a thing of the library is shared.
 */
export type ResourceLevel = 'school' | 'county' | 'project';

export type ResourcePage = {
    items: Array<Resource>;
    next_cursor: string | null;
};

/**
 * Whether the library shows a thing.
 */
export type ResourceStatus = 'published' | 'take_down_requested' | 'taken_down';

/**
 * A decision that the work owes its place to.
 */
export type ResourceStep = {
    action: string;
    /**
     * Who decided, where that was a person.
     */
    actor_name: string | null;
    at: string;
    from: string;
    /**
     * Words of recommendation, or why it was taken down.
     */
    reason: string | null;
    role: string;
    to: string;
};

/**
 * A version of the work.
 */
export type ResourceVersion = {
    created_at: string;
    number: number;
    title: string;
};

export type ReturnPracticeSheet = {
    /**
     * What the school has to mend; it reads this.
     */
    reason: string;
};

export type ReturnSelection = {
    /**
     * What is to be changed; the trainee reads it.
     */
    reason: string;
};

/**
 * Phone and ID number in full.
 */
export type Reveal = {
    id_no: string | null;
    name: string;
    phone: string | null;
};

/**
 * A review of one version.
 */
export type Review = {
    comment: string;
    created_at: string;
    criteria: Array<CriterionMark>;
    id: string;
    reviewer_id: string;
    reviewer_name: string | null;
    role: string;
    score: Hundredths | null;
    /**
     * The number of the version it speaks of.
     */
    version: number;
};

/**
 * A comment, a score, or both, on one version.
 */
export type ReviewHomework = {
    comment: string;
    /**
     * One mark for each criterion of the task; the score is their sum.
     */
    criteria?: Array<MarkCriterion>;
    score?: Hundredths | null;
    /**
     * The number of the version that was read; a newer one answers 412.
     */
    version: number;
};

export type RevokeSessions = {
    reason: string;
};

/**
 * A role somebody is appointed to (s.43, s.47–97), or the kind of an API client.
 */
export type Role = 'trainee' | 'class_tutor' | 'group_leader' | 'workshop_leader' | 'deputy_workshop_leader' | 'subject_expert' | 'school_admin' | 'joint_class_admin' | 'regional_viewer' | 'county_admin' | 'project_team' | 'platform_operator' | 'auditor' | 'course_provider' | 'third_party';

/**
 * Where a scoring round stands.
 */
export type RoundStatus = 'draft' | 'open' | 'closed' | 'locked';

/**
 * What a row does, or did, to the records.
 */
export type RowChange = 'created' | 'updated' | 'unchanged' | 'none';

/**
 * What became of a row; blank lines, totals and signatures are skipped.
 */
export type RowVerdict = 'ok' | 'rejected' | 'skipped';

/**
 * Where a run of the qualification stands.
 */
export type RunStatus = 'provisional' | 'published' | 'final' | 'superseded';

/**
 * The whole draft, as it is saved every few seconds.
 */
export type SaveSubmissionDraft = {
    attachment_ids?: Array<string>;
    body: string;
    /**
     * Who else worked on it.
     */
    contributors?: Array<NameContributor>;
    kind?: WorkKind | null;
    title: string;
};

/**
 * A school by id and name.
 */
export type SchoolName = {
    id: string;
    name: string;
};

/**
 * The score bill: every part of the grade, its evidence and the rule it was made by.
 */
export type ScoreBill = {
    grade: Grade;
    homework_required: number;
    lines: Array<GradeLine>;
    min_hours: Hundredths;
    /**
     * Version of the policy set; 0 where the preset is in force.
     */
    policy_number: number;
    rule: GradeNode;
};

/**
 * Somebody's course plan, what it comes to and what it still misses.
 */
export type Selection = {
    allowed_actions: Array<AllowedAction>;
    /**
     * From then on nothing is edited and plans in effect are locked.
     */
    closes_at: string | null;
    effective_at: string | null;
    enrollment_id: string;
    hours: Hundredths;
    items: Array<SelectionItem>;
    /**
     * Credit-hours that a plan needs.
     */
    min_hours: Hundredths;
    modules: Array<ModuleHours>;
    project_id: string;
    /**
     * Why it was returned or reopened, where it was.
     */
    reason: string | null;
    /**
     * What is missing or too much, live; the plan can be submitted without a blocking one.
     */
    shortfalls: Array<Shortfall>;
    stage: StageOfSchooling | null;
    status: SelectionStatus;
    subject: string;
    submitted_at: string | null;
    trainee_no: string;
};

/**
 * A course of the plan.
 */
export type SelectionItem = {
    added_at: string | null;
    code: string;
    course_id: string;
    course_status: CourseStatus;
    /**
     * Hours it has given already; a course that gave any stays.
     */
    credited_hours: Hundredths;
    /**
     * Credit-hours it has in the plan; frozen once the plan is submitted.
     */
    hours: Hundredths;
    kind: string | null;
    module: number;
    provider: string;
    /**
     * The course was taken off the catalogue; choose another one in its place.
     */
    replacement_needed: boolean;
    stage: CourseStage;
    subject: string;
    theme_code: string | null;
    title: string;
};

export type SelectionPage = {
    items: Array<ListedSelection>;
    /**
     * Credit-hours that a plan needs.
     */
    min_hours: Hundredths;
    next_cursor: string | null;
    summary: SelectionSummary | null;
    /**
     * Trainees in the whole list, where the summary was asked for.
     */
    total: number | null;
};

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
 * Where a trainee's course plan stands.
 */
export type SelectionStatus = 'not_open' | 'draft' | 'submitted' | 'returned' | 'effective' | 'change_requested' | 'locked';

/**
 * What the whole list comes to.
 */
export type SelectionSummary = {
    below: number;
    hours_total: Hundredths;
    trainees: number;
    /**
     * Of them, with at least the hours that a plan needs, and with fewer.
     */
    with_enough_hours: number;
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
 * How many sessions ended.
 */
export type SessionRevocation = {
    ended: number;
};

/**
 * Where one school's sheet of a class stands.
 */
export type SheetStatus = 'open' | 'school_draft' | 'school_submitted' | 'county_reviewing' | 'returned' | 'county_determined' | 'published' | 'appeal_window' | 'locked';

/**
 * One thing that a plan misses or has too much.
 */
export type Shortfall = {
    /**
     * Whether the plan cannot be submitted like this.
     */
    blocking: boolean;
    /**
     * `hours_missing`, `module_missing`, `subject_mismatch`, `stage_mismatch`,
     * `duplicate_selection` or `replacement_needed`.
     */
    code: string;
    course_id?: string | null;
    have?: Hundredths | null;
    module?: number | null;
    need?: Hundredths | null;
};

/**
 * What the policy says about the size of a class.
 */
export type SizeFinding = {
    /**
     * The bound that is passed.
     */
    bound: number;
    /**
     * `over_upper` or `too_small`.
     */
    code: string;
    members: number;
    /**
     * `join_others` where a class too small to stand alone should join a joint one.
     */
    suggestion?: string | null;
};

/**
 * The hours of a subject that a teacher of one stage can choose from, general ones included.
 */
export type StageHours = {
    hours: Hundredths;
    stage: StageOfSchooling;
};

export type StageLabel = {
    code: CourseStage;
    label: Label;
};

/**
 * The stage of schooling that somebody teaches in (任教学段).
 */
export type StageOfSchooling = 'kindergarten' | 'primary' | 'junior' | 'senior' | 'vocational' | 'special';

/**
 * Participation, study, pass and excellence, unit by unit.
 */
export type Statistics = {
    as_of: string;
    by: GroupBy;
    definitions: Array<string>;
    items: Array<StatisticsLine>;
    /**
     * The published run that passes are taken from.
     */
    run_id: string | null;
    /**
     * All units together: counts added first, divided last.
     */
    total: StatisticsLine;
};

/**
 * A school, town, class or workshop with its counts and rates.
 */
export type StatisticsLine = {
    code: string;
    counts: Counts;
    /**
     * Credited hours of all its people together.
     */
    credited_hours: Hundredths;
    /**
     * Absent for those without a class, workshop or town, and for the sum.
     */
    id: string | null;
    name: string;
    /**
     * Each with numerator and denominator; no percentage for fewer than five people.
     */
    rates: Rates;
};

/**
 * One step of the shortest way.
 */
export type Step = {
    amount?: Hundredths | null;
    code: StepCode;
    component?: string | null;
};

/**
 * Something to do, or to wait for, on the way to qualify.
 */
export type StepCode = 'answer_case' | 'submit_homework' | 'complete_hours' | 'await_mark' | 'raise_mark' | 'raise_total';

/**
 * How strictly a condition is taken.
 */
export type Strictness = 'require' | 'warn' | 'off';

/**
 * A course of somebody's study with their progress in it.
 */
export type StudiedCourse = {
    /**
     * Whether it is in the person's plan.
     */
    chosen: boolean;
    code: string;
    completed_at: string | null;
    course_id: string;
    course_status: CourseStatus;
    /**
     * The course's hours once it is completed, nothing before.
     */
    credited_hours: Hundredths;
    hours: Hundredths;
    kind: string | null;
    last_event_at: string | null;
    module: number;
    presence_missed: number;
    presence_passed: number;
    provider: string;
    provider_course_id: string | null;
    score: Hundredths | null;
    stage: CourseStage;
    standing: CourseStanding;
    subject: string;
    title: string;
    watched_seconds: number;
};

/**
 * Somebody's courses. A plan is small, so they come on one page.
 */
export type StudiedCoursePage = {
    completed: number;
    credited_hours: Hundredths;
    items: Array<StudiedCourse>;
    next_cursor: string | null;
    /**
     * Credit-hours chosen and credited.
     */
    selected_hours: Hundredths;
};

export type Subject = {
    code: string;
    /**
     * The family its teachers form workshops in (s.60).
     */
    family: Family;
    label: Label;
    /**
     * The stages it is taught in.
     */
    stages: Array<StageOfSchooling>;
};

/**
 * The hours a subject offers, and to a teacher of each stage in which it is taught.
 */
export type SubjectHours = {
    /**
     * Whether the subject has more hours than the policy asks for.
     */
    enough: boolean;
    hours: Hundredths;
    stages: Array<StageHours>;
    subject: string;
};

/**
 * A work with everything around it.
 */
export type Submission = SubmissionStanding & {
    allowed_actions: Array<AllowedAction>;
    author_id: string;
    author_name: string;
    /**
     * Whether the author agrees that the work leaves the school.
     */
    consent: boolean;
    draft: SubmissionDraft | null;
    /**
     * Only for the project team.
     */
    expert_assignments: Array<ExpertAssignment>;
    expert_score: Hundredths | null;
    kind: string;
    late: boolean;
    polishing_rounds: Array<PolishingRound>;
    project_id: string;
    quota: QuotaMeter | null;
    recommendations: Array<Recommendation>;
    /**
     * Whether anybody recommends it now (effective).
     */
    recommended: boolean;
    /**
     * Whether the caller recommends it now (mine).
     */
    recommended_by_me: boolean;
    reviews: Array<Review>;
    school_id: string;
    school_name: string;
    stage: string;
    subject: string;
    submitted_at: string | null;
    task_id: string | null;
    title: string;
    versions: Array<VersionSummary>;
    waiting_since: string;
    workshop_id: string | null;
    workshop_name: string | null;
};

/**
 * A draft.
 */
export type SubmissionDraft = {
    attachment_ids: Array<string>;
    body: string;
    contributors: Array<Contributor>;
    title: string;
};

export type SubmissionHistory = {
    items: Array<SubmissionStep>;
    next_cursor: string | null;
};

export type SubmissionPage = {
    items: Array<SubmissionSummary>;
    next_cursor: string | null;
    total: number;
};

/**
 * Proof that a version was handed in.
 */
export type SubmissionReceipt = {
    late: boolean;
    /**
     * The number of the version.
     */
    number: number;
    /**
     * The server's time.
     */
    received_at: string;
    /**
     * SHA-256 of title, text, contributors and files, in hexadecimal digits.
     */
    sha256: string;
    submission_id: string;
};

/**
 * Where a work stands after what was done.
 */
export type SubmissionStanding = {
    id: string;
    latest_version: number;
    /**
     * `personal`, `school`, `regional`, `exhibition` or `library`.
     */
    rung: string;
    score: Hundredths | null;
    /**
     * `draft`, `submitted`, `under_review`, `returned`, `accepted`, `not_selected` or `withdrawn`.
     */
    status: HomeworkStatus;
    version: number;
};

/**
 * One change of a work, or a decision that changed nothing.
 */
export type SubmissionStep = {
    action: string;
    /**
     * Nobody where the program did it, or where the judges of an exhibition stay unnamed.
     */
    actor_name: string | null;
    at: string;
    /**
     * `personal/submitted`: rung and status before.
     */
    from: string;
    id: string;
    reason: string | null;
    role: string;
    to: string;
};

/**
 * A work in a list.
 */
export type SubmissionSummary = {
    author_id: string;
    author_name: string;
    id: string;
    kind: WorkKind;
    late: boolean;
    latest_version: number;
    /**
     * Recommendations that hold.
     */
    recommendation_count: number;
    review_count: number;
    rung: string;
    school_id: string;
    school_name: string;
    score: Hundredths | null;
    stage: string;
    status: HomeworkStatus;
    subject: string;
    submitted_at: string | null;
    task_id: string | null;
    title: string;
    version: number;
    /**
     * The instant since which the work waits where it stands.
     */
    waiting_since: string;
    workshop_id: string | null;
    workshop_name: string | null;
};

/**
 * A version with its text and files.
 */
export type SubmissionVersion = {
    attachments: Array<VersionFile>;
    body: string;
    contributors: Array<Contributor>;
    created_by: string;
    number: number;
    sha256: string;
    submission_id: string;
    submitted_at: string;
    title: string;
};

/**
 * Handing in the draft.
 */
export type SubmitHomework = {
    /**
     * The originality statement: the work is one's own, and others' parts are named.
     */
    originality_confirmed: boolean;
};

export type SuspendAppointment = {
    reason: string;
};

/**
 * Whether a task takes works at all.
 */
export type TaskStatus = 'open' | 'closed';

export type Theme = {
    code: string;
    kind: string;
    module: number;
    name: string;
    /**
     * `I`, `II` or `III`: the series of the course standard (s.32).
     */
    series: string;
};

/**
 * One thing to do.
 */
export type Todo = {
    /**
     * `choose_hours`, `study_hours`, `submit_homework`, `revise_homework`, `review_homework`,
     * `polish_homework`, `give_consent`, `recommend_works`, `blind_reviews`, `place_people`,
     * `fill_sheets`, `polish_works`, `urge_sign_in`, `approve_classes`, `publish_run`,
     * `sign_sheets`, `determine_sheets`, `finalise_run`, `exhibition_works`,
     * `resolve_quarantine`; and
     * while a project is set up `appoint_team`, `appoint_county`, `plan_phases`,
     * `publish_project`, `import_catalog`, `publish_catalog`, `import_schools` or
     * `register_people`.
     */
    code: string;
    /**
     * How many; of hours, hundredths of an hour.
     */
    count: number;
    /**
     * The one work that it is about, where there is no other.
     */
    thing_id: string | null;
};

/**
 * Something to do in another role of the same person.
 */
export type TodoElsewhere = {
    /**
     * The appointment to switch to; nothing to act as a trainee.
     */
    appointment_id: string | null;
    /**
     * `blind_reviews`, `review_homework`, `revise_homework`, `polish_homework` or
     * `give_consent`.
     */
    code: string;
    count: number;
    role: Role;
};

/**
 * What there is to do in the active role; an empty list when everything is done.
 */
export type TodoList = {
    /**
     * Works that wait for the caller in roles that are not the active one.
     */
    elsewhere: Array<TodoElsewhere>;
    items: Array<Todo>;
    role: Role;
};

/**
 * How far a trainee is.
 */
export type TraineeProgress = ListedTrainee & {
    /**
     * Courses with any event, and completed ones.
     */
    courses_begun: number;
    courses_completed: number;
    last_event_at: string | null;
    presence_missed: number;
    presence_passed: number;
    watched_seconds: number;
};

/**
 * Who trains: 国培, 省培, 市培, 县培 or 校本.
 */
export type TrainingLevel = 'national' | 'provincial' | 'city' | 'county' | 'school';

export type TransferEnrollment = {
    reason: string;
    /**
     * Another school of the same county.
     */
    school_id: string;
};

/**
 * A file of a version.
 */
export type VersionFile = {
    id: string;
    media_type: string;
    name: string;
    /**
     * Bytes.
     */
    size: number;
};

/**
 * A version in the list of a work.
 */
export type VersionSummary = {
    number: number;
    /**
     * SHA-256 in hexadecimal digits.
     */
    sha256: string;
    submitted_at: string;
    submitted_by: string | null;
    title: string;
};

/**
 * A course with what the caller may do to it.
 */
export type WholeCourse = Course & {
    allowed_actions: Array<AllowedAction>;
    /**
     * Why it was withdrawn.
     */
    withdrawal_reason: string | null;
};

/**
 * A place with what can be decided about it.
 */
export type WholeEnrollment = Enrollment & {
    allowed_actions: Array<AllowedAction>;
};

/**
 * A sheet with its rows and its history.
 */
export type WholePracticeSheet = PracticeSheet & {
    history: Array<PracticeSheetStep>;
    /**
     * Of the rows that have a county's mark, or a note from before their mark.
     */
    origins: Array<PracticeOrigin>;
    rows: Array<PracticeScore>;
};

/**
 * A project with its bases, phases and headcount.
 */
export type WholeProject = Project & {
    /**
     * How many of them have signed in (参训).
     */
    activated: number;
    allowed_actions: Array<AllowedAction>;
    /**
     * How many are enrolled and count (应参训).
     */
    enrolled: number;
    phases: Array<Phase>;
    policy_bases: Array<PolicyBasis>;
};

/**
 * A thing of the library with the way it came.
 */
export type WholeResource = Resource & {
    allowed_actions: Array<AllowedAction>;
    attachments: Array<Attachment>;
    provenance: Array<ResourceStep>;
    versions: Array<ResourceVersion>;
};

export type WithdrawCourse = {
    /**
     * Why; whoever chose the course reads it.
     */
    reason: string;
};

/**
 * Taking one's work back.
 */
export type WithdrawHomework = {
    /**
     * Needed from the region up.
     */
    reason?: string | null;
};

/**
 * What kind of work it is: the four kinds of resource that the plan asks for (s.13).
 */
export type WorkKind = 'micro_lesson' | 'lesson_diagnosis' | 'lesson_plan' | 'courseware' | 'other';

/**
 * A workshop of a school or a joint class.
 */
export type Workshop = {
    allowed_actions: Array<AllowedAction>;
    code: string;
    created_at: string;
    deputies: Array<PersonName>;
    family: Family;
    host_id: string;
    host_kind: HostKind;
    host_name: string;
    id: string;
    leader: PersonName | null;
    level: WorkshopLevel;
    members: number;
    name: string;
    project_id: string;
    /**
     * Why it passes a limit.
     */
    reason: string | null;
    status: string;
    version: number;
};

/**
 * Where a workshop belongs: to a school, to a joint class, to the region.
 */
export type WorkshopLevel = 'school' | 'joint' | 'region';

/**
 * How many workshops a school or joint class hosts (s.60 recommends at most six).
 */
export type WorkshopLimit = {
    on_breach: Breach;
    upper: number;
};

export type WorkshopPage = {
    items: Array<Workshop>;
    next_cursor: string | null;
};

/**
 * A workshop worth opening, or one that could take these people in.
 */
export type WorkshopProposal = {
    enrollment_ids: Array<string>;
    /**
     * Whether the school has a workshop of the family already.
     */
    exists: boolean;
    family: Family;
    school: SchoolName;
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

export type ShowAppointmentData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/appointments/{id}';
};

export type ShowAppointmentResponses = {
    /**
     * The appointment
     */
    200: Appointment;
};

export type ShowAppointmentResponse = ShowAppointmentResponses[keyof ShowAppointmentResponses];

export type EndAppointmentData = {
    body: EndAppointment;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/appointments/{id}/endings';
};

export type EndAppointmentResponses = {
    /**
     * As it is now
     */
    200: Appointment;
};

export type EndAppointmentResponse = EndAppointmentResponses[keyof EndAppointmentResponses];

export type ReinstateAppointmentData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/appointments/{id}/reinstatements';
};

export type ReinstateAppointmentResponses = {
    /**
     * As it is now
     */
    200: Appointment;
};

export type ReinstateAppointmentResponse = ReinstateAppointmentResponses[keyof ReinstateAppointmentResponses];

export type SuspendAppointmentData = {
    body: SuspendAppointment;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/appointments/{id}/suspensions';
};

export type SuspendAppointmentResponses = {
    /**
     * As it is now
     */
    200: Appointment;
};

export type SuspendAppointmentResponse = SuspendAppointmentResponses[keyof SuspendAppointmentResponses];

export type CreateAttachmentData = {
    /**
     * The file itself; the limit is the installation's, 100 MiB if unchanged
     */
    body: Blob | File;
    path?: never;
    query: {
        /**
         * The project.
         */
        project_id: string;
        /**
         * The file's name; its ending says what it is, and the content has to agree.
         */
        name: string;
    };
    url: '/api/v1/attachments';
};

export type CreateAttachmentResponses = {
    /**
     * The file is kept
     */
    201: Attachment;
};

export type CreateAttachmentResponse = CreateAttachmentResponses[keyof CreateAttachmentResponses];

export type RemoveAttachmentData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/attachments/{id}';
};

export type RemoveAttachmentResponses = {
    /**
     * It is gone
     */
    204: void;
};

export type RemoveAttachmentResponse = RemoveAttachmentResponses[keyof RemoveAttachmentResponses];

export type ShowAttachmentData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/attachments/{id}';
};

export type ShowAttachmentResponses = {
    /**
     * The file
     */
    200: Attachment;
};

export type ShowAttachmentResponse = ShowAttachmentResponses[keyof ShowAttachmentResponses];

export type ShowAttachmentContentData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/attachments/{id}/content';
};

export type ShowAttachmentContentResponses = {
    /**
     * The file
     */
    200: Blob | File;
    /**
     * The part asked for
     */
    206: Blob | File;
};

export type ShowAttachmentContentResponse = ShowAttachmentContentResponses[keyof ShowAttachmentContentResponses];

export type ShowAuditCheckpointData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/audit/checkpoint';
};

export type ShowAuditCheckpointResponses = {
    /**
     * The checkpoint
     */
    200: AuditCheckpoint;
};

export type ShowAuditCheckpointResponse = ShowAuditCheckpointResponses[keyof ShowAuditCheckpointResponses];

export type ListPlatformAuditEventsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * Who acted.
         */
        actor_id?: string;
        /**
         * Whom it is about.
         */
        person_id?: string;
        /**
         * Only what has this `action`.
         */
        action?: string;
        /**
         * Only what has this `object_kind`.
         */
        object_kind?: string;
        /**
         * Only what has this `object_id`.
         */
        object_id?: string;
        /**
         * `done` or `denied`.
         */
        outcome?: string;
        /**
         * Not before this instant.
         */
        from?: string;
        /**
         * Before this instant.
         */
        until?: string;
    };
    url: '/api/v1/audit/events';
};

export type ListPlatformAuditEventsResponses = {
    /**
     * A page of the trail
     */
    200: AuditEventPage;
};

export type ListPlatformAuditEventsResponse = ListPlatformAuditEventsResponses[keyof ListPlatformAuditEventsResponses];

export type ShowAuditVerificationData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Position of an earlier checkpoint that the chain must still hold; with `hash`.
         */
        position?: number;
        /**
         * Hash of that checkpoint, 64 hexadecimal digits.
         */
        hash?: string;
    };
    url: '/api/v1/audit/verification';
};

export type ShowAuditVerificationResponses = {
    /**
     * What was found
     */
    200: AuditVerification;
};

export type ShowAuditVerificationResponse = ShowAuditVerificationResponses[keyof ShowAuditVerificationResponses];

export type ListBackupsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
    };
    url: '/api/v1/backups';
};

export type ListBackupsResponses = {
    /**
     * A page of backups
     */
    200: BackupPage;
};

export type ListBackupsResponse = ListBackupsResponses[keyof ListBackupsResponses];

export type CreateBackupData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/backups';
};

export type CreateBackupResponses = {
    /**
     * It is being made
     */
    202: Backup;
};

export type CreateBackupResponse = CreateBackupResponses[keyof CreateBackupResponses];

export type RemoveBackupData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/backups/{id}';
};

export type RemoveBackupResponses = {
    /**
     * It is gone
     */
    204: void;
};

export type RemoveBackupResponse = RemoveBackupResponses[keyof RemoveBackupResponses];

export type ShowBackupData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/backups/{id}';
};

export type ShowBackupResponses = {
    /**
     * The backup
     */
    200: Backup;
};

export type ShowBackupResponse = ShowBackupResponses[keyof ShowBackupResponses];

export type ShowBackupContentData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/backups/{id}/content';
};

export type ShowBackupContentResponses = {
    /**
     * The file
     */
    200: Blob | File;
    /**
     * The part asked for
     */
    206: Blob | File;
};

export type ShowBackupContentResponse = ShowBackupContentResponses[keyof ShowBackupContentResponses];

export type ShowClassData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/classes/{id}';
};

export type ShowClassResponses = {
    /**
     * The class
     */
    200: Class;
};

export type ShowClassResponse = ShowClassResponses[keyof ShowClassResponses];

export type ChangeClassData = {
    body: ChangeClass;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/classes/{id}';
};

export type ChangeClassResponses = {
    /**
     * The class
     */
    200: Class;
};

export type ChangeClassResponse = ChangeClassResponses[keyof ChangeClassResponses];

export type ApproveClassData = {
    body: AdvanceClass;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/classes/{id}/approvals';
};

export type ApproveClassResponses = {
    /**
     * The class
     */
    200: Class;
};

export type ApproveClassResponse = ApproveClassResponses[keyof ApproveClassResponses];

export type CloseClassData = {
    body: AdvanceClass;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/classes/{id}/closings';
};

export type CloseClassResponses = {
    /**
     * The class
     */
    200: Class;
};

export type CloseClassResponse = CloseClassResponses[keyof CloseClassResponses];

export type ListClassGradesData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
    };
    url: '/api/v1/classes/{id}/grades';
};

export type ListClassGradesResponses = {
    /**
     * A page of grades
     */
    200: GradePage;
};

export type ListClassGradesResponse = ListClassGradesResponses[keyof ListClassGradesResponses];

export type AppointClassLeadData = {
    body: AppointClassLead;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/classes/{id}/lead';
};

export type AppointClassLeadResponses = {
    /**
     * The class
     */
    200: Class;
};

export type AppointClassLeadResponse = AppointClassLeadResponses[keyof AppointClassLeadResponses];

export type AddClassMembersData = {
    body: AddMembers;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/classes/{id}/members';
};

export type AddClassMembersResponses = {
    /**
     * What became of each
     */
    200: MemberResults;
};

export type AddClassMembersResponse = AddClassMembersResponses[keyof AddClassMembersResponses];

export type RemoveClassMemberData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
        /**
         * The place that a person has in a project.
         */
        enrollment_id: string;
    };
    query?: never;
    url: '/api/v1/classes/{id}/members/{enrollment_id}';
};

export type RemoveClassMemberResponses = {
    /**
     * Out of the class
     */
    204: void;
};

export type RemoveClassMemberResponse = RemoveClassMemberResponses[keyof RemoveClassMemberResponses];

export type ReturnClassData = {
    body: AdvanceClass;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/classes/{id}/returns';
};

export type ReturnClassResponses = {
    /**
     * The class
     */
    200: Class;
};

export type ReturnClassResponse = ReturnClassResponses[keyof ReturnClassResponses];

export type SubmitClassData = {
    body: AdvanceClass;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/classes/{id}/submittals';
};

export type SubmitClassResponses = {
    /**
     * The class
     */
    200: Class;
};

export type SubmitClassResponse = SubmitClassResponses[keyof SubmitClassResponses];

export type DisableClientData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
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
        /**
         * The `id` of the record that the address names.
         */
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

export type ShowCourseData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/courses/{id}';
};

export type ShowCourseResponses = {
    /**
     * The course
     */
    200: WholeCourse;
};

export type ShowCourseResponse = ShowCourseResponses[keyof ShowCourseResponses];

export type ChangeCourseData = {
    body: ChangeCourse;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/courses/{id}';
};

export type ChangeCourseResponses = {
    /**
     * The changed course
     */
    200: WholeCourse;
};

export type ChangeCourseResponse = ChangeCourseResponses[keyof ChangeCourseResponses];

export type WithdrawCourseData = {
    body: WithdrawCourse;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/courses/{id}/withdrawals';
};

export type WithdrawCourseResponses = {
    /**
     * The withdrawn course
     */
    200: WholeCourse;
};

export type WithdrawCourseResponse = WithdrawCourseResponses[keyof WithdrawCourseResponses];

export type ShowEnrollmentData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/enrollments/{id}';
};

export type ShowEnrollmentResponses = {
    /**
     * The place
     */
    200: WholeEnrollment;
};

export type ShowEnrollmentResponse = ShowEnrollmentResponses[keyof ShowEnrollmentResponses];

export type ChangeEnrollmentData = {
    body: ChangeEnrollment;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/enrollments/{id}';
};

export type ChangeEnrollmentResponses = {
    /**
     * As it is now
     */
    200: WholeEnrollment;
};

export type ChangeEnrollmentResponse = ChangeEnrollmentResponses[keyof ChangeEnrollmentResponses];

export type ListEnrollmentCoursesData = {
    body?: never;
    path: {
        /**
         * The enrolment
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/enrollments/{id}/courses';
};

export type ListEnrollmentCoursesResponses = {
    /**
     * The courses
     */
    200: StudiedCoursePage;
};

export type ListEnrollmentCoursesResponse = ListEnrollmentCoursesResponses[keyof ListEnrollmentCoursesResponses];

export type ShowEnrollmentGradeData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/enrollments/{id}/grade';
};

export type ShowEnrollmentGradeResponses = {
    /**
     * The bill
     */
    200: ScoreBill;
};

export type ShowEnrollmentGradeResponse = ShowEnrollmentGradeResponses[keyof ShowEnrollmentGradeResponses];

export type PlaceEnrollmentData = {
    body: PlaceEnrollment;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/enrollments/{id}/placements';
};

export type PlaceEnrollmentResponses = {
    /**
     * Where the trainee sits now
     */
    200: Placement;
};

export type PlaceEnrollmentResponse = PlaceEnrollmentResponses[keyof PlaceEnrollmentResponses];

export type ListEnrollmentPracticeData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/enrollments/{id}/practice';
};

export type ListEnrollmentPracticeResponses = {
    /**
     * The marks
     */
    200: OwnPracticePage;
};

export type ListEnrollmentPracticeResponse = ListEnrollmentPracticeResponses[keyof ListEnrollmentPracticeResponses];

export type ShowEnrollmentQualificationData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/enrollments/{id}/qualification';
};

export type ShowEnrollmentQualificationResponses = {
    /**
     * The result or a preview
     */
    200: EnrollmentQualification;
};

export type ShowEnrollmentQualificationResponse = ShowEnrollmentQualificationResponses[keyof ShowEnrollmentQualificationResponses];

export type ShowSelectionData = {
    body?: never;
    path: {
        /**
         * The enrolment
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/enrollments/{id}/selection';
};

export type ShowSelectionResponses = {
    /**
     * The plan
     */
    200: Selection;
};

export type ShowSelectionResponse = ShowSelectionResponses[keyof ShowSelectionResponses];

export type DropCourseData = {
    body?: never;
    path: {
        /**
         * The enrolment
         */
        id: string;
        /**
         * The course
         */
        course_id: string;
    };
    query?: never;
    url: '/api/v1/enrollments/{id}/selection/items/{course_id}';
};

export type DropCourseResponses = {
    /**
     * The plan as it is now
     */
    200: Selection;
};

export type DropCourseResponse = DropCourseResponses[keyof DropCourseResponses];

export type ChooseCourseData = {
    body: ChooseCourse;
    path: {
        /**
         * The enrolment
         */
        id: string;
        /**
         * The course
         */
        course_id: string;
    };
    query?: never;
    url: '/api/v1/enrollments/{id}/selection/items/{course_id}';
};

export type ChooseCourseResponses = {
    /**
     * The plan as it is now
     */
    200: Selection;
};

export type ChooseCourseResponse = ChooseCourseResponses[keyof ChooseCourseResponses];

export type ChangeEnrollmentStatusData = {
    body: ChangeEnrollmentStatus;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/enrollments/{id}/status-changes';
};

export type ChangeEnrollmentStatusResponses = {
    /**
     * As it is now
     */
    200: WholeEnrollment;
};

export type ChangeEnrollmentStatusResponse = ChangeEnrollmentStatusResponses[keyof ChangeEnrollmentStatusResponses];

export type TransferEnrollmentData = {
    body: TransferEnrollment;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/enrollments/{id}/transfers';
};

export type TransferEnrollmentResponses = {
    /**
     * As it is now
     */
    200: WholeEnrollment;
};

export type TransferEnrollmentResponse = TransferEnrollmentResponses[keyof TransferEnrollmentResponses];

export type ListExpertReviewsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * Whether an expert has marked an exhibit.
         */
        status?: 'assigned' | 'done';
    };
    url: '/api/v1/expert-reviews';
};

export type ListExpertReviewsResponses = {
    /**
     * A page of one's own parts
     */
    200: ExpertReviewPage;
};

export type ListExpertReviewsResponse = ListExpertReviewsResponses[keyof ListExpertReviewsResponses];

export type ShowExpertReviewData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/expert-reviews/{id}';
};

export type ShowExpertReviewResponses = {
    /**
     * The exhibit
     */
    200: BlindExhibit;
};

export type ShowExpertReviewResponse = ShowExpertReviewResponses[keyof ShowExpertReviewResponses];

export type MarkExhibitData = {
    body: MarkExhibit;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/expert-reviews/{id}/marks';
};

export type MarkExhibitResponses = {
    /**
     * The mark
     */
    201: ExpertAssignment;
};

export type MarkExhibitResponse = MarkExhibitResponses[keyof MarkExhibitResponses];

export type ShowHomeworkTaskData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/homework-tasks/{id}';
};

export type ShowHomeworkTaskResponses = {
    /**
     * The task
     */
    200: HomeworkTask;
};

export type ShowHomeworkTaskResponse = ShowHomeworkTaskResponses[keyof ShowHomeworkTaskResponses];

export type ChangeHomeworkTaskData = {
    body: CreateHomeworkTask;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/homework-tasks/{id}';
};

export type ChangeHomeworkTaskResponses = {
    /**
     * The changed task
     */
    200: HomeworkTask;
};

export type ChangeHomeworkTaskResponse = ChangeHomeworkTaskResponses[keyof ChangeHomeworkTaskResponses];

export type CreateSubmissionData = {
    body: CreateSubmission;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/homework-tasks/{id}/submissions';
};

export type CreateSubmissionResponses = {
    /**
     * The new draft
     */
    201: SubmissionStanding;
};

export type CreateSubmissionResponse = CreateSubmissionResponses[keyof CreateSubmissionResponses];

export type ShowImportTemplateData = {
    body?: never;
    path: {
        /**
         * The `kind` of the record that the address names.
         */
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
        /**
         * The `id` of the record that the address names.
         */
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
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * Write nothing when any row is rejected.
         */
        atomic?: boolean;
        /**
         * The file does change as many records as it seems to; see `needs_confirmation`.
         */
        confirm_threshold?: boolean;
        /**
         * Write the file's word also where somebody changed a record by hand; see `differences`.
         */
        override_edits?: boolean;
    };
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
        /**
         * The `id` of the record that the address names.
         */
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

export type StreamImportData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/imports/{id}/events';
};

export type StreamImportResponses = {
    /**
     * `import` events whose data is an `Import`
     */
    200: Blob | File;
};

export type StreamImportResponse = StreamImportResponses[keyof StreamImportResponses];

export type ListImportRowsData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * Which rows are listed.
         */
        verdict?: 'ok' | 'rejected' | 'skipped' | 'warned' | 'held';
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
        /**
         * The `id` of the record that the address names.
         */
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

export type ListOwnAuditEventsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * Who acted.
         */
        actor_id?: string;
        /**
         * Whom it is about.
         */
        person_id?: string;
        /**
         * Only what has this `action`.
         */
        action?: string;
        /**
         * Only what has this `object_kind`.
         */
        object_kind?: string;
        /**
         * Only what has this `object_id`.
         */
        object_id?: string;
        /**
         * `done` or `denied`.
         */
        outcome?: string;
        /**
         * Not before this instant.
         */
        from?: string;
        /**
         * Before this instant.
         */
        until?: string;
    };
    url: '/api/v1/me/audit-events';
};

export type ListOwnAuditEventsResponses = {
    /**
     * A page of the trail
     */
    200: AuditEventPage;
};

export type ListOwnAuditEventsResponse = ListOwnAuditEventsResponses[keyof ListOwnAuditEventsResponses];

export type ShowContactData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/me/contact';
};

export type ShowContactResponses = {
    /**
     * The caller's contact
     */
    200: Contact;
};

export type ShowContactResponse = ShowContactResponses[keyof ShowContactResponses];

export type ChangeContactData = {
    body: ChangeContact;
    path?: never;
    query?: never;
    url: '/api/v1/me/contact';
};

export type ChangeContactResponses = {
    /**
     * As it is now
     */
    200: Contact;
};

export type ChangeContactResponse = ChangeContactResponses[keyof ChangeContactResponses];

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

export type ListTodoData = {
    body?: never;
    path?: never;
    query: {
        /**
         * The project.
         */
        project_id: string;
    };
    url: '/api/v1/me/todo';
};

export type ListTodoResponses = {
    /**
     * What to do next
     */
    200: TodoList;
};

export type ListTodoResponse = ListTodoResponses[keyof ListTodoResponses];

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

export type ListOrganizationsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Only what is of this kind.
         */
        kind?: OrganizationKind;
        /**
         * Those that lie directly in this one.
         */
        parent_id?: string;
        /**
         * Those of this county, at any depth.
         */
        county_id?: string;
        /**
         * Part of the name, an alias or the code.
         */
        q?: string;
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
    };
    url: '/api/v1/organizations';
};

export type ListOrganizationsResponses = {
    /**
     * A page of organisations
     */
    200: OrganizationPage;
};

export type ListOrganizationsResponse = ListOrganizationsResponses[keyof ListOrganizationsResponses];

export type CreateOrganizationData = {
    body: CreateOrganization;
    path?: never;
    query?: never;
    url: '/api/v1/organizations';
};

export type CreateOrganizationResponses = {
    /**
     * The new organisation
     */
    201: Organization;
};

export type CreateOrganizationResponse = CreateOrganizationResponses[keyof CreateOrganizationResponses];

export type ShowOrganizationData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/organizations/{id}';
};

export type ShowOrganizationResponses = {
    /**
     * The organisation
     */
    200: Organization;
};

export type ShowOrganizationResponse = ShowOrganizationResponses[keyof ShowOrganizationResponses];

export type ChangeOrganizationData = {
    body: ChangeOrganization;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/organizations/{id}';
};

export type ChangeOrganizationResponses = {
    /**
     * As it is now
     */
    200: Organization;
};

export type ChangeOrganizationResponse = ChangeOrganizationResponses[keyof ChangeOrganizationResponses];

export type CreateResetCodeData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/persons/{id}/reset-codes';
};

export type CreateResetCodeResponses = {
    /**
     * The code
     */
    200: ResetCode;
};

export type CreateResetCodeResponse = CreateResetCodeResponses[keyof CreateResetCodeResponses];

export type CreateRevealData = {
    body: CreateReveal;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/persons/{id}/reveals';
};

export type CreateRevealResponses = {
    /**
     * In full
     */
    200: Reveal;
};

export type CreateRevealResponse = CreateRevealResponses[keyof CreateRevealResponses];

export type RevokeSessionsData = {
    body: RevokeSessions;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/persons/{id}/session-revocations';
};

export type RevokeSessionsResponses = {
    /**
     * Done
     */
    200: SessionRevocation;
};

export type RevokeSessionsResponse = RevokeSessionsResponses[keyof RevokeSessionsResponses];

export type RemovePhaseData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/phases/{id}';
};

export type RemovePhaseResponses = {
    /**
     * Gone
     */
    204: void;
};

export type RemovePhaseResponse = RemovePhaseResponses[keyof RemovePhaseResponses];

export type ShowPhaseData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/phases/{id}';
};

export type ShowPhaseResponses = {
    /**
     * The phase
     */
    200: Phase;
};

export type ShowPhaseResponse = ShowPhaseResponses[keyof ShowPhaseResponses];

export type ChangePhaseData = {
    body: ChangePhase;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/phases/{id}';
};

export type ChangePhaseResponses = {
    /**
     * As it is now
     */
    200: Phase;
};

export type ChangePhaseResponse = ChangePhaseResponses[keyof ChangePhaseResponses];

export type RemovePolicyBasisData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/policy-bases/{id}';
};

export type RemovePolicyBasisResponses = {
    /**
     * Gone
     */
    204: void;
};

export type RemovePolicyBasisResponse = RemovePolicyBasisResponses[keyof RemovePolicyBasisResponses];

export type ShowPracticeRoundData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/practice-rounds/{id}';
};

export type ShowPracticeRoundResponses = {
    /**
     * The round
     */
    200: PracticeRound;
};

export type ShowPracticeRoundResponse = ShowPracticeRoundResponses[keyof ShowPracticeRoundResponses];

export type ChangePracticeRoundData = {
    body: ChangePracticeRound;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/practice-rounds/{id}';
};

export type ChangePracticeRoundResponses = {
    /**
     * The changed round
     */
    200: PracticeRound;
};

export type ChangePracticeRoundResponse = ChangePracticeRoundResponses[keyof ChangePracticeRoundResponses];

export type ClosePracticeRoundData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/practice-rounds/{id}/closings';
};

export type ClosePracticeRoundResponses = {
    /**
     * The closed round
     */
    201: PracticeRound;
};

export type ClosePracticeRoundResponse = ClosePracticeRoundResponses[keyof ClosePracticeRoundResponses];

export type LockPracticeRoundData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/practice-rounds/{id}/locks';
};

export type LockPracticeRoundResponses = {
    /**
     * The locked round
     */
    201: PracticeRound;
};

export type LockPracticeRoundResponse = LockPracticeRoundResponses[keyof LockPracticeRoundResponses];

export type OpenPracticeRoundData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/practice-rounds/{id}/openings';
};

export type OpenPracticeRoundResponses = {
    /**
     * The opened round
     */
    201: PracticeRound;
};

export type OpenPracticeRoundResponse = OpenPracticeRoundResponses[keyof OpenPracticeRoundResponses];

export type ReopenPracticeRoundData = {
    body: ReopenPracticeRound;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/practice-rounds/{id}/reopenings';
};

export type ReopenPracticeRoundResponses = {
    /**
     * The reopened round
     */
    201: PracticeRound;
};

export type ReopenPracticeRoundResponse = ReopenPracticeRoundResponses[keyof ReopenPracticeRoundResponses];

export type AdjustPracticeScoreData = {
    body: AdjustPracticeScore;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/practice-scores/{id}';
};

export type AdjustPracticeScoreResponses = {
    /**
     * The row as it stands now
     */
    200: PracticeScore;
};

export type AdjustPracticeScoreResponse = AdjustPracticeScoreResponses[keyof AdjustPracticeScoreResponses];

export type ListPracticeScoreChangesData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
    };
    url: '/api/v1/practice-scores/{id}/changes';
};

export type ListPracticeScoreChangesResponses = {
    /**
     * A page of changes
     */
    200: PracticeScoreChangePage;
};

export type ListPracticeScoreChangesResponse = ListPracticeScoreChangesResponses[keyof ListPracticeScoreChangesResponses];

export type ShowPracticeSheetData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/practice-sheets/{id}';
};

export type ShowPracticeSheetResponses = {
    /**
     * The sheet
     */
    200: WholePracticeSheet;
};

export type ShowPracticeSheetResponse = ShowPracticeSheetResponses[keyof ShowPracticeSheetResponses];

export type DeterminePracticeSheetData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/practice-sheets/{id}/determinations';
};

export type DeterminePracticeSheetResponses = {
    /**
     * The sheet as it stands now
     */
    201: PracticeSheet;
};

export type DeterminePracticeSheetResponse = DeterminePracticeSheetResponses[keyof DeterminePracticeSheetResponses];

export type LockPracticeSheetData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/practice-sheets/{id}/locks';
};

export type LockPracticeSheetResponses = {
    /**
     * The sheet as it stands now
     */
    201: PracticeSheet;
};

export type LockPracticeSheetResponse = LockPracticeSheetResponses[keyof LockPracticeSheetResponses];

export type PublishPracticeSheetData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/practice-sheets/{id}/publications';
};

export type PublishPracticeSheetResponses = {
    /**
     * The sheet as it stands now
     */
    201: PracticeSheet;
};

export type PublishPracticeSheetResponse = PublishPracticeSheetResponses[keyof PublishPracticeSheetResponses];

export type ReturnPracticeSheetData = {
    body: ReturnPracticeSheet;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/practice-sheets/{id}/returns';
};

export type ReturnPracticeSheetResponses = {
    /**
     * The sheet as it stands now
     */
    201: PracticeSheet;
};

export type ReturnPracticeSheetResponse = ReturnPracticeSheetResponses[keyof ReturnPracticeSheetResponses];

export type ReviewPracticeSheetData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/practice-sheets/{id}/reviews';
};

export type ReviewPracticeSheetResponses = {
    /**
     * The sheet as it stands now
     */
    201: PracticeSheet;
};

export type ReviewPracticeSheetResponse = ReviewPracticeSheetResponses[keyof ReviewPracticeSheetResponses];

export type FillPracticeSheetData = {
    body: FillPracticeSheet;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/practice-sheets/{id}/scores';
};

export type FillPracticeSheetResponses = {
    /**
     * What became of each row
     */
    200: PracticeFillResult;
};

export type FillPracticeSheetResponse = FillPracticeSheetResponses[keyof FillPracticeSheetResponses];

export type SubmitPracticeSheetData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/practice-sheets/{id}/submittals';
};

export type SubmitPracticeSheetResponses = {
    /**
     * The sheet as it stands now
     */
    201: PracticeSheet;
};

export type SubmitPracticeSheetResponse = SubmitPracticeSheetResponses[keyof SubmitPracticeSheetResponses];

export type ListProjectsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
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

export type CreateProjectData = {
    body: CreateProject;
    path?: never;
    query?: never;
    url: '/api/v1/projects';
};

export type CreateProjectResponses = {
    /**
     * The new project
     */
    201: WholeProject;
};

export type CreateProjectResponse = CreateProjectResponses[keyof CreateProjectResponses];

export type ShowProjectData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
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

export type ChangeProjectData = {
    body: ChangeProject;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}';
};

export type ChangeProjectResponses = {
    /**
     * As it is now
     */
    200: WholeProject;
};

export type ChangeProjectResponse = ChangeProjectResponses[keyof ChangeProjectResponses];

export type CreateActivationCodesData = {
    body: CreateActivationCodes;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/activation-codes';
};

export type CreateActivationCodesResponses = {
    /**
     * The sheet
     */
    200: ActivationSheet;
};

export type CreateActivationCodesResponse = CreateActivationCodesResponses[keyof CreateActivationCodesResponses];

export type ListAppointmentsData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * Only those in this role.
         */
        role?: Role;
        /**
         * The school, class, workshop, county or project that the role is over.
         */
        scope_id?: string;
        /**
         * The person.
         */
        person_id?: string;
        /**
         * Only what is in this state.
         */
        status?: AppointmentStatus;
        /**
         * Part of the person's name.
         */
        q?: string;
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
    };
    url: '/api/v1/projects/{id}/appointments';
};

export type ListAppointmentsResponses = {
    /**
     * A page of appointments
     */
    200: AppointmentPage;
};

export type ListAppointmentsResponse = ListAppointmentsResponses[keyof ListAppointmentsResponses];

export type CreateAppointmentData = {
    body: CreateAppointment;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/appointments';
};

export type CreateAppointmentResponses = {
    /**
     * The new appointment
     */
    201: Appointment;
};

export type CreateAppointmentResponse = CreateAppointmentResponses[keyof CreateAppointmentResponses];

export type ShowCatalogAuditData = {
    body?: never;
    path: {
        /**
         * The project
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/catalog-audit';
};

export type ShowCatalogAuditResponses = {
    /**
     * The audit
     */
    200: CatalogAudit;
};

export type ShowCatalogAuditResponse = ShowCatalogAuditResponses[keyof ShowCatalogAuditResponses];

export type PublishCatalogData = {
    body: PublishCatalog;
    path: {
        /**
         * The project
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/catalog-publications';
};

export type PublishCatalogResponses = {
    /**
     * The audit it passed
     */
    201: CatalogAudit;
};

export type PublishCatalogResponse = PublishCatalogResponses[keyof PublishCatalogResponses];

export type ListClassesData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * Only what belongs to this school.
         */
        school_id?: string;
        /**
         * Only what is of this kind.
         */
        kind?: ClassKind;
        /**
         * Only what is in this state.
         */
        status?: ClassStatus;
        /**
         * A part of the name or code.
         */
        q?: string;
    };
    url: '/api/v1/projects/{id}/classes';
};

export type ListClassesResponses = {
    /**
     * A page of classes
     */
    200: ClassPage;
};

export type ListClassesResponse = ListClassesResponses[keyof ListClassesResponses];

export type CreateClassData = {
    body: CreateClass;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/classes';
};

export type CreateClassResponses = {
    /**
     * The class
     */
    201: Class;
};

export type CreateClassResponse = CreateClassResponses[keyof CreateClassResponses];

export type ListCoursesData = {
    body?: never;
    path: {
        /**
         * The project
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * Code of the subject.
         */
        subject?: string;
        /**
         * The stage that a course is made for; a general one suits every stage.
         */
        stage?: 'general' | 'kindergarten' | 'primary' | 'junior' | 'senior' | 'vocational' | 'special';
        /**
         * The stage of schooling that somebody teaches in (任教学段).
         */
        suits?: 'kindergarten' | 'primary' | 'junior' | 'senior' | 'vocational' | 'special';
        /**
         * Only what is of this module.
         */
        module?: number;
        /**
         * Code of the theme.
         */
        theme?: string;
        /**
         * Only what is of this kind.
         */
        kind?: string;
        /**
         * Whether a course can be chosen.
         */
        status?: 'published' | 'withdrawn';
        /**
         * Part of the title or code.
         */
        q?: string;
        /**
         * What a list of courses is sorted by; `-` for descending.
         */
        sort?: 'code' | '-code' | 'hours' | '-hours' | 'title' | '-title';
        /**
         * What is counted beside the list; `facets` counts the total too.
         */
        include?: 'total' | 'facets';
    };
    url: '/api/v1/projects/{id}/courses';
};

export type ListCoursesResponses = {
    /**
     * A page of courses
     */
    200: CoursePage;
};

export type ListCoursesResponse = ListCoursesResponses[keyof ListCoursesResponses];

export type CreateCourseData = {
    body: CreateCourse;
    path: {
        /**
         * The project
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/courses';
};

export type CreateCourseResponses = {
    /**
     * The course
     */
    201: WholeCourse;
};

export type CreateCourseResponse = CreateCourseResponses[keyof CreateCourseResponses];

export type ListEnrollmentsData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * Only what belongs to this school.
         */
        school_id?: string;
        /**
         * Only what belongs to this class.
         */
        class_id?: string;
        /**
         * Only what belongs to this workshop.
         */
        workshop_id?: string;
        /**
         * What somebody is not in yet.
         */
        unplaced?: 'class' | 'workshop';
        /**
         * Only what is in this state.
         */
        status?: EnrollmentStatus;
        /**
         * Those who have signed in, or those who have not.
         */
        activated?: boolean;
        /**
         * The stage of schooling that somebody teaches in (任教学段).
         */
        stage?: 'kindergarten' | 'primary' | 'junior' | 'senior' | 'vocational' | 'special';
        /**
         * Code of the subject.
         */
        subject?: string;
        /**
         * Part of the name or of the trainee number.
         */
        q?: string;
        /**
         * By trainee number where it is not said.
         */
        sort?: 'trainee_no' | 'name';
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
    };
    url: '/api/v1/projects/{id}/enrollments';
};

export type ListEnrollmentsResponses = {
    /**
     * A page of the roster
     */
    200: EnrollmentPage;
};

export type ListEnrollmentsResponse = ListEnrollmentsResponses[keyof ListEnrollmentsResponses];

export type CreateEnrollmentData = {
    body: CreateEnrollment;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/enrollments';
};

export type CreateEnrollmentResponses = {
    /**
     * The new place
     */
    201: WholeEnrollment;
};

export type CreateEnrollmentResponse = CreateEnrollmentResponses[keyof CreateEnrollmentResponses];

export type ShowEnrollmentByNumberData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
        /**
         * The `trainee_no` of the record that the address names.
         */
        trainee_no: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/enrollments/ext:trainee_no:{trainee_no}';
};

export type ShowEnrollmentByNumberResponses = {
    /**
     * The place
     */
    200: WholeEnrollment;
};

export type ShowEnrollmentByNumberResponse = ShowEnrollmentByNumberResponses[keyof ShowEnrollmentByNumberResponses];

export type ListExceptionsData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * A limit that was passed with a reason.
         */
        kind?: 'class_full' | 'too_many_workshops' | 'family_taken' | 'family_mismatch';
    };
    url: '/api/v1/projects/{id}/exceptions';
};

export type ListExceptionsResponses = {
    /**
     * A page of exceptions
     */
    200: ExceptionPage;
};

export type ListExceptionsResponse = ListExceptionsResponses[keyof ListExceptionsResponses];

export type ListFormationProposalsData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * Only this school; left out, every school that one may place trainees of.
         */
        school_id?: string;
    };
    url: '/api/v1/projects/{id}/formation-proposals';
};

export type ListFormationProposalsResponses = {
    /**
     * The proposal
     */
    200: FormationProposal;
};

export type ListFormationProposalsResponse = ListFormationProposalsResponses[keyof ListFormationProposalsResponses];

export type ListHomeworkTasksData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * Only what belongs to this phase of the project.
         */
        phase_id?: string;
        /**
         * Tasks for this workshop and tasks for every workshop; so with subject and stage.
         */
        workshop_id?: string;
        /**
         * Only what is of this subject.
         */
        subject?: string;
        /**
         * Only what is of this stage of schooling.
         */
        stage?: string;
        /**
         * Whether a task takes works at all.
         */
        status?: 'open' | 'closed';
        /**
         * Only tasks that are meant for the caller as a trainee.
         */
        mine?: boolean;
    };
    url: '/api/v1/projects/{id}/homework-tasks';
};

export type ListHomeworkTasksResponses = {
    /**
     * A page of tasks
     */
    200: HomeworkTaskPage;
};

export type ListHomeworkTasksResponse = ListHomeworkTasksResponses[keyof ListHomeworkTasksResponses];

export type CreateHomeworkTaskData = {
    body: CreateHomeworkTask;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/homework-tasks';
};

export type CreateHomeworkTaskResponses = {
    /**
     * The new task
     */
    201: HomeworkTask;
};

export type CreateHomeworkTaskResponse = CreateHomeworkTaskResponses[keyof CreateHomeworkTaskResponses];

export type ListLearningEventsData = {
    body?: never;
    path: {
        /**
         * The project
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * The place that a person has in a project.
         */
        enrollment_id?: string;
        /**
         * Only what belongs to this course.
         */
        course_id?: string;
        /**
         * What an event is about.
         */
        type?: 'progress' | 'completed' | 'presence_check';
    };
    url: '/api/v1/projects/{id}/learning-events';
};

export type ListLearningEventsResponses = {
    /**
     * A page of events
     */
    200: LearningEventPage;
};

export type ListLearningEventsResponse = ListLearningEventsResponses[keyof ListLearningEventsResponses];

export type ReceiveLearningEventsData = {
    body: ReceiveLearningEvents;
    path: {
        /**
         * The project
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/learning-events';
};

export type ReceiveLearningEventsResponses = {
    /**
     * How each event fared
     */
    200: LearningEventResults;
};

export type ReceiveLearningEventsResponse = ReceiveLearningEventsResponses[keyof ReceiveLearningEventsResponses];

export type ReceiveOnlineScoresData = {
    body: ReceiveOnlineScores;
    path: {
        /**
         * The project
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/online-scores';
};

export type ReceiveOnlineScoresResponses = {
    /**
     * How each score fared
     */
    200: OnlineScoreResults;
};

export type ReceiveOnlineScoresResponse = ReceiveOnlineScoresResponses[keyof ReceiveOnlineScoresResponses];

export type CreatePhaseData = {
    body: CreatePhase;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/phases';
};

export type CreatePhaseResponses = {
    /**
     * The new phase
     */
    201: Phase;
};

export type CreatePhaseResponse = CreatePhaseResponses[keyof CreatePhaseResponses];

export type ListPoliciesData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
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
        /**
         * The `id` of the record that the address names.
         */
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

export type CreatePolicyBasisData = {
    body: CreatePolicyBasis;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/policy-bases';
};

export type CreatePolicyBasisResponses = {
    /**
     * The document
     */
    201: PolicyBasis;
};

export type CreatePolicyBasisResponse = CreatePolicyBasisResponses[keyof CreatePolicyBasisResponses];

export type ListPracticeRoundsData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
    };
    url: '/api/v1/projects/{id}/practice-rounds';
};

export type ListPracticeRoundsResponses = {
    /**
     * A page of rounds
     */
    200: PracticeRoundPage;
};

export type ListPracticeRoundsResponse = ListPracticeRoundsResponses[keyof ListPracticeRoundsResponses];

export type CreatePracticeRoundData = {
    body: CreatePracticeRound;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/practice-rounds';
};

export type CreatePracticeRoundResponses = {
    /**
     * The new round
     */
    201: PracticeRound;
};

export type CreatePracticeRoundResponse = CreatePracticeRoundResponses[keyof CreatePracticeRoundResponses];

export type ListPracticeSheetsData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * Only what belongs to this round.
         */
        round?: string;
        /**
         * Only what belongs to this school.
         */
        school?: string;
        /**
         * Only what belongs to this class.
         */
        class?: string;
        /**
         * Only what is in this state.
         */
        status?: SheetStatus;
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
    };
    url: '/api/v1/projects/{id}/practice-sheets';
};

export type ListPracticeSheetsResponses = {
    /**
     * A page of sheets
     */
    200: PracticeSheetPage;
};

export type ListPracticeSheetsResponse = ListPracticeSheetsResponses[keyof ListPracticeSheetsResponses];

export type ListProgressData = {
    body?: never;
    path: {
        /**
         * The project
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * Only what belongs to this school.
         */
        school_id?: string;
        /**
         * Only what belongs to this class.
         */
        class_id?: string;
        /**
         * Only what belongs to this workshop.
         */
        workshop_id?: string;
        /**
         * Code of the subject.
         */
        subject?: string;
        /**
         * Fewer credited hours than this.
         */
        below_hours?: number;
        /**
         * At least so many credited hours.
         */
        min_hours?: number;
        /**
         * Part of the name or trainee number.
         */
        q?: string;
        /**
         * What a list of trainees is sorted by; `-` for descending.
         */
        sort?: 'trainee_no' | '-trainee_no' | 'hours' | '-hours';
        /**
         * Sums the whole list beside the page.
         */
        include?: 'summary';
    };
    url: '/api/v1/projects/{id}/progress';
};

export type ListProgressResponses = {
    /**
     * A page of trainees
     */
    200: ProgressPage;
};

export type ListProgressResponse = ListProgressResponses[keyof ListProgressResponses];

export type PublishProjectData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/publications';
};

export type PublishProjectResponses = {
    /**
     * As it is now
     */
    200: WholeProject;
};

export type PublishProjectResponse = PublishProjectResponses[keyof PublishProjectResponses];

export type ListQualificationRunsData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
    };
    url: '/api/v1/projects/{id}/qualification-runs';
};

export type ListQualificationRunsResponses = {
    /**
     * A page of runs
     */
    200: QualificationRunPage;
};

export type ListQualificationRunsResponse = ListQualificationRunsResponses[keyof ListQualificationRunsResponses];

export type CreateQualificationRunData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/qualification-runs';
};

export type CreateQualificationRunResponses = {
    /**
     * The provisional run
     */
    201: QualificationRun;
};

export type CreateQualificationRunResponse = CreateQualificationRunResponses[keyof CreateQualificationRunResponses];

export type ReplayQuarantineData = {
    body?: never;
    path: {
        /**
         * The project
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/quarantine-replays';
};

export type ReplayQuarantineResponses = {
    /**
     * How it went
     */
    200: QuarantineReplay;
};

export type ReplayQuarantineResponse = ReplayQuarantineResponses[keyof ReplayQuarantineResponses];

export type ListQuarantinedEventsData = {
    body?: never;
    path: {
        /**
         * The project
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * Only what is in this state.
         */
        status?: 'open' | 'resolved' | 'discarded';
        /**
         * Only what is there for this reason.
         */
        reason?: 'trainee_unknown' | 'course_unknown';
    };
    url: '/api/v1/projects/{id}/quarantined-events';
};

export type ListQuarantinedEventsResponses = {
    /**
     * A page of events
     */
    200: QuarantinedEventPage;
};

export type ListQuarantinedEventsResponse = ListQuarantinedEventsResponses[keyof ListQuarantinedEventsResponses];

export type ListQuotasData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * The steps of the ladder that only a share of the submitted works may take.
         */
        step: 'workshop' | 'school' | 'region';
    };
    url: '/api/v1/projects/{id}/quotas';
};

export type ListQuotasResponses = {
    /**
     * A page of quotas
     */
    200: QuotaPage;
};

export type ListQuotasResponse = ListQuotasResponses[keyof ListQuotasResponses];

export type ListReportsData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * Only what has this `code`.
         */
        code?: ReportCode;
    };
    url: '/api/v1/projects/{id}/reports';
};

export type ListReportsResponses = {
    /**
     * A page of reports
     */
    200: ReportPage;
};

export type ListReportsResponse = ListReportsResponses[keyof ListReportsResponses];

export type CreateReportData = {
    body: CreateReport;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/reports';
};

export type CreateReportResponses = {
    /**
     * The list
     */
    201: Report;
};

export type CreateReportResponse = CreateReportResponses[keyof CreateReportResponses];

export type ListReportRowsData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
        /**
         * The `code` of the record that the address names.
         */
        code: ReportCode;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * Only what belongs to this school.
         */
        school_id?: string;
        /**
         * Only what belongs to this class.
         */
        class_id?: string;
        /**
         * Only what belongs to this workshop.
         */
        workshop_id?: string;
        /**
         * The scoring round of R8; the newest where none is named.
         */
        round_id?: string;
        /**
         * A published run of the qualification; the newest where none is named.
         */
        run_id?: string;
    };
    url: '/api/v1/projects/{id}/reports/{code}/rows';
};

export type ListReportRowsResponses = {
    /**
     * A page of the list
     */
    200: ReportRowPage;
};

export type ListReportRowsResponse = ListReportRowsResponses[keyof ListReportRowsResponses];

export type ListResourcesData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * Only what is of this level.
         */
        level?: ResourceLevel;
        /**
         * Only what is of this kind.
         */
        kind?: WorkKind;
        /**
         * Only what is of this subject.
         */
        subject?: string;
        /**
         * Only what is of this stage of schooling.
         */
        stage?: string;
        /**
         * Only what belongs to this school.
         */
        school_id?: string;
        /**
         * Part of the title or of the author's name.
         */
        q?: string;
        /**
         * The order of the list.
         */
        sort?: '-published_at' | 'title';
    };
    url: '/api/v1/projects/{id}/resources';
};

export type ListResourcesResponses = {
    /**
     * A page of the library
     */
    200: ResourcePage;
};

export type ListResourcesResponse = ListResourcesResponses[keyof ListResourcesResponses];

export type ListSchoolsData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
    };
    url: '/api/v1/projects/{id}/schools';
};

export type ListSchoolsResponses = {
    /**
     * A page of schools
     */
    200: ProjectSchoolPage;
};

export type ListSchoolsResponse = ListSchoolsResponses[keyof ListSchoolsResponses];

export type ListSelectionsData = {
    body?: never;
    path: {
        /**
         * The project
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * Where a trainee's course plan stands.
         */
        status?: 'not_open' | 'draft' | 'submitted' | 'returned' | 'effective' | 'change_requested' | 'locked';
        /**
         * Only what belongs to this school.
         */
        school_id?: string;
        /**
         * Only what belongs to this class.
         */
        class_id?: string;
        /**
         * Only what belongs to this workshop.
         */
        workshop_id?: string;
        /**
         * Code of the subject.
         */
        subject?: string;
        /**
         * Plans of fewer credit-hours than this.
         */
        below_hours?: number;
        /**
         * Part of the name or trainee number.
         */
        q?: string;
        /**
         * What a list of trainees is sorted by; `-` for descending.
         */
        sort?: 'trainee_no' | '-trainee_no' | 'hours' | '-hours';
        /**
         * Sums the whole list beside the page.
         */
        include?: 'summary';
    };
    url: '/api/v1/projects/{id}/selections';
};

export type ListSelectionsResponses = {
    /**
     * A page of plans
     */
    200: SelectionPage;
};

export type ListSelectionsResponse = ListSelectionsResponses[keyof ListSelectionsResponses];

export type ShowStatisticsData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query: {
        /**
         * Only what has this `by`.
         */
        by: GroupBy;
    };
    url: '/api/v1/projects/{id}/statistics';
};

export type ShowStatisticsResponses = {
    /**
     * The statistics
     */
    200: Statistics;
};

export type ShowStatisticsResponse = ShowStatisticsResponses[keyof ShowStatisticsResponses];

export type ChangeProjectStatusData = {
    body: ChangeProjectStatus;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/status-changes';
};

export type ChangeProjectStatusResponses = {
    /**
     * As it is now
     */
    200: WholeProject;
};

export type ChangeProjectStatusResponse = ChangeProjectStatusResponses[keyof ChangeProjectStatusResponses];

export type ListSubmissionsData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * What a list of works is sorted by; `-` turns it round.
         */
        sort?: 'waiting_since' | '-waiting_since' | 'title' | '-title' | 'score' | '-score';
        /**
         * How high a work has climbed (s.29): it moves up by one.
         */
        rung?: 'personal' | 'school' | 'regional' | 'exhibition' | 'library';
        /**
         * Where a work stands on its rung.
         */
        status?: 'draft' | 'submitted' | 'under_review' | 'returned' | 'accepted' | 'not_selected' | 'withdrawn';
        /**
         * Only what was handed in for this task.
         */
        task_id?: string;
        /**
         * Only what belongs to this workshop.
         */
        workshop_id?: string;
        /**
         * Only what belongs to this school.
         */
        school_id?: string;
        /**
         * Only what is of this subject.
         */
        subject?: string;
        /**
         * What kind of work it is: the four kinds of resource that the plan asks for (s.13).
         */
        kind?: 'micro_lesson' | 'lesson_diagnosis' | 'lesson_plan' | 'courseware' | 'other';
        /**
         * Whether anybody has reviewed it (已点评/未点评).
         */
        reviewed?: boolean;
        /**
         * Whether any recommendation holds (已推优/未推优).
         */
        recommended?: boolean;
        /**
         * What the caller wrote or is asked to polish (`true`), or only what others wrote (`false`).
         */
        mine?: boolean;
        /**
         * Part of the title or of the author's name.
         */
        q?: string;
    };
    url: '/api/v1/projects/{id}/submissions';
};

export type ListSubmissionsResponses = {
    /**
     * A page of works
     */
    200: SubmissionPage;
};

export type ListSubmissionsResponse = ListSubmissionsResponses[keyof ListSubmissionsResponses];

export type ListWorkshopsData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * The school or the joint class that hosts it.
         */
        host_id?: string;
        /**
         * Only what is of this family of subjects.
         */
        family?: Family;
        /**
         * Only what is of this level.
         */
        level?: WorkshopLevel;
        /**
         * The person who leads it.
         */
        leader_id?: string;
        /**
         * A part of the name or code.
         */
        q?: string;
    };
    url: '/api/v1/projects/{id}/workshops';
};

export type ListWorkshopsResponses = {
    /**
     * A page of workshops
     */
    200: WorkshopPage;
};

export type ListWorkshopsResponse = ListWorkshopsResponses[keyof ListWorkshopsResponses];

export type CreateWorkshopData = {
    body: CreateWorkshop;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/projects/{id}/workshops';
};

export type CreateWorkshopResponses = {
    /**
     * The workshop
     */
    201: Workshop;
};

export type CreateWorkshopResponse = CreateWorkshopResponses[keyof CreateWorkshopResponses];

export type ListAuditEventsData = {
    body?: never;
    path: {
        /**
         * The project.
         */
        project_id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * Who acted.
         */
        actor_id?: string;
        /**
         * Whom it is about.
         */
        person_id?: string;
        /**
         * Only what has this `action`.
         */
        action?: string;
        /**
         * Only what has this `object_kind`.
         */
        object_kind?: string;
        /**
         * Only what has this `object_id`.
         */
        object_id?: string;
        /**
         * `done` or `denied`.
         */
        outcome?: string;
        /**
         * Not before this instant.
         */
        from?: string;
        /**
         * Before this instant.
         */
        until?: string;
    };
    url: '/api/v1/projects/{project_id}/audit-events';
};

export type ListAuditEventsResponses = {
    /**
     * A page of the trail
     */
    200: AuditEventPage;
};

export type ListAuditEventsResponse = ListAuditEventsResponses[keyof ListAuditEventsResponses];

export type ListClientsData = {
    body?: never;
    path: {
        /**
         * The project.
         */
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
        /**
         * The project.
         */
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
        /**
         * The project.
         */
        project_id: string;
    };
    query?: {
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
        /**
         * Only what is of this kind.
         */
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
        /**
         * The project.
         */
        project_id: string;
    };
    query: {
        /**
         * Only what is of this kind.
         */
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

export type ShowQualificationRunData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/qualification-runs/{id}';
};

export type ShowQualificationRunResponses = {
    /**
     * The run
     */
    200: QualificationRun;
};

export type ShowQualificationRunResponse = ShowQualificationRunResponses[keyof ShowQualificationRunResponses];

export type FinaliseQualificationRunData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/qualification-runs/{id}/finalisations';
};

export type FinaliseQualificationRunResponses = {
    /**
     * The final run
     */
    201: QualificationRun;
};

export type FinaliseQualificationRunResponse = FinaliseQualificationRunResponses[keyof FinaliseQualificationRunResponses];

export type PublishQualificationRunData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/qualification-runs/{id}/publications';
};

export type PublishQualificationRunResponses = {
    /**
     * The published run
     */
    201: QualificationRun;
};

export type PublishQualificationRunResponse = PublishQualificationRunResponses[keyof PublishQualificationRunResponses];

export type ListQualificationResultsData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: {
        /**
         * Only what ended so.
         */
        outcome?: Outcome;
        /**
         * Only those who lack this mark: nobody has given or published it yet.
         */
        lacks?: GradeSource;
        /**
         * Only what belongs to this school.
         */
        school_id?: string;
        /**
         * Only what belongs to this class.
         */
        class_id?: string;
        /**
         * Part of a name or trainee number.
         */
        q?: string;
        /**
         * How many items a page holds at most; 50 when left out.
         */
        limit?: number;
        /**
         * `next_cursor` of the page before, as it was; left out for the first page.
         */
        cursor?: string;
    };
    url: '/api/v1/qualification-runs/{id}/results';
};

export type ListQualificationResultsResponses = {
    /**
     * A page of results
     */
    200: QualificationResultPage;
};

export type ListQualificationResultsResponse = ListQualificationResultsResponses[keyof ListQualificationResultsResponses];

export type ResolveQuarantinedEventData = {
    body: ResolveQuarantinedEvent;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/quarantined-events/{id}/resolutions';
};

export type ResolveQuarantinedEventResponses = {
    /**
     * What became of it
     */
    200: QuarantinedEvent;
};

export type ResolveQuarantinedEventResponse = ResolveQuarantinedEventResponses[keyof ResolveQuarantinedEventResponses];

export type CancelRecommendationData = {
    body: GiveReason;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/recommendations/{id}/cancellations';
};

export type CancelRecommendationResponses = {
    /**
     * The recommendation
     */
    201: Recommendation;
};

export type CancelRecommendationResponse = CancelRecommendationResponses[keyof CancelRecommendationResponses];

export type ShowReferenceData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/api/v1/reference';
};

export type ShowReferenceResponses = {
    /**
     * The lists
     */
    200: ReferenceLists;
};

export type ShowReferenceResponse = ShowReferenceResponses[keyof ShowReferenceResponses];

export type DownloadReportData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/reports/{id}/content';
};

export type DownloadReportResponses = {
    /**
     * The file
     */
    200: Blob | File;
};

export type DownloadReportResponse = DownloadReportResponses[keyof DownloadReportResponses];

export type ShowResourceData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/resources/{id}';
};

export type ShowResourceResponses = {
    /**
     * The thing
     */
    200: WholeResource;
};

export type ShowResourceResponse = ShowResourceResponses[keyof ShowResourceResponses];

export type CreateTakeDownData = {
    body: CreateTakeDown;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/resources/{id}/take-downs';
};

export type CreateTakeDownResponses = {
    /**
     * Taken down, or asked for
     */
    201: WholeResource;
};

export type CreateTakeDownResponse = CreateTakeDownResponses[keyof CreateTakeDownResponses];

export type RequestSelectionChangeData = {
    body?: never;
    path: {
        /**
         * The enrolment whose plan it is
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/selections/{id}/change-requests';
};

export type RequestSelectionChangeResponses = {
    /**
     * The plan, open again
     */
    200: Selection;
};

export type RequestSelectionChangeResponse = RequestSelectionChangeResponses[keyof RequestSelectionChangeResponses];

export type ReopenSelectionData = {
    body: ReopenSelection;
    path: {
        /**
         * The enrolment whose plan it is
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/selections/{id}/reopenings';
};

export type ReopenSelectionResponses = {
    /**
     * The plan, open again
     */
    200: Selection;
};

export type ReopenSelectionResponse = ReopenSelectionResponses[keyof ReopenSelectionResponses];

export type ReturnSelectionData = {
    body: ReturnSelection;
    path: {
        /**
         * The enrolment whose plan it is
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/selections/{id}/returns';
};

export type ReturnSelectionResponses = {
    /**
     * The returned plan
     */
    200: Selection;
};

export type ReturnSelectionResponse = ReturnSelectionResponses[keyof ReturnSelectionResponses];

export type SubmitSelectionData = {
    body?: never;
    path: {
        /**
         * The enrolment whose plan it is
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/selections/{id}/submittals';
};

export type SubmitSelectionResponses = {
    /**
     * The plan in effect
     */
    200: Selection;
};

export type SubmitSelectionResponse = SubmitSelectionResponses[keyof SubmitSelectionResponses];

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
        /**
         * The `id` of the record that the address names.
         */
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

export type ShowSubmissionData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}';
};

export type ShowSubmissionResponses = {
    /**
     * The work
     */
    200: Submission;
};

export type ShowSubmissionResponse = ShowSubmissionResponses[keyof ShowSubmissionResponses];

export type ChangeSubmissionConsentData = {
    body: ChangeSubmissionConsent;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/consent';
};

export type ChangeSubmissionConsentResponses = {
    /**
     * Where the work stands
     */
    200: SubmissionStanding;
};

export type ChangeSubmissionConsentResponse = ChangeSubmissionConsentResponses[keyof ChangeSubmissionConsentResponses];

export type DeclineHomeworkData = {
    body: GiveReason;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/declines';
};

export type DeclineHomeworkResponses = {
    /**
     * Where the work stands
     */
    201: SubmissionStanding;
};

export type DeclineHomeworkResponse = DeclineHomeworkResponses[keyof DeclineHomeworkResponses];

export type RemoveSubmissionDraftData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/draft';
};

export type RemoveSubmissionDraftResponses = {
    /**
     * Gone
     */
    204: void;
};

export type RemoveSubmissionDraftResponse = RemoveSubmissionDraftResponses[keyof RemoveSubmissionDraftResponses];

export type SaveSubmissionDraftData = {
    body: SaveSubmissionDraft;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/draft';
};

export type SaveSubmissionDraftResponses = {
    /**
     * Saved; the new version is in ETag
     */
    200: SubmissionStanding;
};

export type SaveSubmissionDraftResponse = SaveSubmissionDraftResponses[keyof SaveSubmissionDraftResponses];

export type AssignExpertsData = {
    body: AssignExperts;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/expert-assignments';
};

export type AssignExpertsResponses = {
    /**
     * Their parts
     */
    201: ExpertAssignmentPage;
};

export type AssignExpertsResponse = AssignExpertsResponses[keyof AssignExpertsResponses];

export type ListExpertCandidatesData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/expert-candidates';
};

export type ListExpertCandidatesResponses = {
    /**
     * The experts
     */
    200: ExpertCandidatePage;
};

export type ListExpertCandidatesResponse = ListExpertCandidatesResponses[keyof ListExpertCandidatesResponses];

export type ListSubmissionHistoryData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/history';
};

export type ListSubmissionHistoryResponses = {
    /**
     * The whole history
     */
    200: SubmissionHistory;
};

export type ListSubmissionHistoryResponse = ListSubmissionHistoryResponses[keyof ListSubmissionHistoryResponses];

export type PolishHomeworkData = {
    body: PolishHomework;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/polishing-rounds';
};

export type PolishHomeworkResponses = {
    /**
     * The round
     */
    201: PolishingRound;
};

export type PolishHomeworkResponse = PolishHomeworkResponses[keyof PolishHomeworkResponses];

export type PublishHomeworkData = {
    body: PublishHomework;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/publications';
};

export type PublishHomeworkResponses = {
    /**
     * The resource
     */
    201: PublishedResource;
};

export type PublishHomeworkResponse = PublishHomeworkResponses[keyof PublishHomeworkResponses];

export type PushHomeworkData = {
    body: GiveReason;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/pushes';
};

export type PushHomeworkResponses = {
    /**
     * Where the work stands
     */
    201: SubmissionStanding;
};

export type PushHomeworkResponse = PushHomeworkResponses[keyof PushHomeworkResponses];

export type RecommendHomeworkData = {
    body: GiveReason;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/recommendations';
};

export type RecommendHomeworkResponses = {
    /**
     * The recommendation
     */
    201: Recommendation;
};

export type RecommendHomeworkResponse = RecommendHomeworkResponses[keyof RecommendHomeworkResponses];

export type RecommendRegionallyData = {
    body: GiveReason;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/regional-recommendations';
};

export type RecommendRegionallyResponses = {
    /**
     * The recommendation
     */
    201: Recommendation;
};

export type RecommendRegionallyResponse = RecommendRegionallyResponses[keyof RecommendRegionallyResponses];

export type ReturnHomeworkData = {
    body: GiveReason;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/returns';
};

export type ReturnHomeworkResponses = {
    /**
     * Where the work stands
     */
    201: SubmissionStanding;
};

export type ReturnHomeworkResponse = ReturnHomeworkResponses[keyof ReturnHomeworkResponses];

export type ReviewHomeworkData = {
    body: ReviewHomework;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/reviews';
};

export type ReviewHomeworkResponses = {
    /**
     * The review
     */
    201: Review;
};

export type ReviewHomeworkResponse = ReviewHomeworkResponses[keyof ReviewHomeworkResponses];

export type SubmitHomeworkData = {
    body: SubmitHomework;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/versions';
};

export type SubmitHomeworkResponses = {
    /**
     * The receipt
     */
    201: SubmissionReceipt;
};

export type SubmitHomeworkResponse = SubmitHomeworkResponses[keyof SubmitHomeworkResponses];

export type ShowSubmissionVersionData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
        /**
         * The `number` of the record that the address names.
         */
        number: number;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/versions/{number}';
};

export type ShowSubmissionVersionResponses = {
    /**
     * The version
     */
    200: SubmissionVersion;
};

export type ShowSubmissionVersionResponse = ShowSubmissionVersionResponses[keyof ShowSubmissionVersionResponses];

export type VetoHomeworkData = {
    body: GiveReason;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/vetoes';
};

export type VetoHomeworkResponses = {
    /**
     * Where the work stands
     */
    201: SubmissionStanding;
};

export type VetoHomeworkResponse = VetoHomeworkResponses[keyof VetoHomeworkResponses];

export type WithdrawHomeworkData = {
    body: WithdrawHomework;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/submissions/{id}/withdrawals';
};

export type WithdrawHomeworkResponses = {
    /**
     * Where the work stands
     */
    201: SubmissionStanding;
};

export type WithdrawHomeworkResponse = WithdrawHomeworkResponses[keyof WithdrawHomeworkResponses];

export type RemoveWorkshopData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/workshops/{id}';
};

export type RemoveWorkshopResponses = {
    /**
     * Removed
     */
    204: void;
};

export type RemoveWorkshopResponse = RemoveWorkshopResponses[keyof RemoveWorkshopResponses];

export type ShowWorkshopData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/workshops/{id}';
};

export type ShowWorkshopResponses = {
    /**
     * The workshop
     */
    200: Workshop;
};

export type ShowWorkshopResponse = ShowWorkshopResponses[keyof ShowWorkshopResponses];

export type ChangeWorkshopData = {
    body: ChangeWorkshop;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/workshops/{id}';
};

export type ChangeWorkshopResponses = {
    /**
     * The workshop
     */
    200: Workshop;
};

export type ChangeWorkshopResponse = ChangeWorkshopResponses[keyof ChangeWorkshopResponses];

export type AppointWorkshopDeputyData = {
    body: AppointWorkshopDeputy;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/workshops/{id}/deputies';
};

export type AppointWorkshopDeputyResponses = {
    /**
     * The workshop
     */
    201: Workshop;
};

export type AppointWorkshopDeputyResponse = AppointWorkshopDeputyResponses[keyof AppointWorkshopDeputyResponses];

export type DismissWorkshopDeputyData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
        /**
         * The person.
         */
        person_id: string;
    };
    query?: never;
    url: '/api/v1/workshops/{id}/deputies/{person_id}';
};

export type DismissWorkshopDeputyResponses = {
    /**
     * No deputy any more
     */
    204: void;
};

export type DismissWorkshopDeputyResponse = DismissWorkshopDeputyResponses[keyof DismissWorkshopDeputyResponses];

export type AppointWorkshopLeaderData = {
    body: AppointWorkshopLeader;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/workshops/{id}/leader';
};

export type AppointWorkshopLeaderResponses = {
    /**
     * The workshop
     */
    200: Workshop;
};

export type AppointWorkshopLeaderResponse = AppointWorkshopLeaderResponses[keyof AppointWorkshopLeaderResponses];

export type AddWorkshopMembersData = {
    body: AddMembers;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
    };
    query?: never;
    url: '/api/v1/workshops/{id}/members';
};

export type AddWorkshopMembersResponses = {
    /**
     * What became of each
     */
    200: MemberResults;
};

export type AddWorkshopMembersResponse = AddWorkshopMembersResponses[keyof AddWorkshopMembersResponses];

export type RemoveWorkshopMemberData = {
    body?: never;
    path: {
        /**
         * The `id` of the record that the address names.
         */
        id: string;
        /**
         * The place that a person has in a project.
         */
        enrollment_id: string;
    };
    query?: never;
    url: '/api/v1/workshops/{id}/members/{enrollment_id}';
};

export type RemoveWorkshopMemberResponses = {
    /**
     * Out of the workshop
     */
    204: void;
};

export type RemoveWorkshopMemberResponse = RemoveWorkshopMemberResponses[keyof RemoveWorkshopMemberResponses];

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

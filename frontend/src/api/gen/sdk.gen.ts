// Generated from openapi/openapi.json by `npm run generate`; do not edit.

import { type Client, type ClientMeta, type Options as Options2, type RequestResult, type ServerSentEventsResult, type TDataShape, urlSearchParamsBodySerializer } from './client';
import { client } from './client.gen';
import type { ActivateAccountData, ActivateAccountResponses, AddClassMembersData, AddClassMembersResponses, AddWorkshopMembersData, AddWorkshopMembersResponses, AdjustPracticeScoreData, AdjustPracticeScoreResponses, AppointClassLeadData, AppointClassLeadResponses, AppointWorkshopDeputyData, AppointWorkshopDeputyResponses, AppointWorkshopLeaderData, AppointWorkshopLeaderResponses, ApproveClassData, ApproveClassResponses, AssignExpertsData, AssignExpertsResponses, CancelRecommendationData, CancelRecommendationResponses, ChangeClassData, ChangeClassResponses, ChangeContactData, ChangeContactResponses, ChangeCourseData, ChangeCourseResponses, ChangeEnrollmentData, ChangeEnrollmentResponses, ChangeEnrollmentStatusData, ChangeEnrollmentStatusResponses, ChangeHomeworkTaskData, ChangeHomeworkTaskResponses, ChangeOrganizationData, ChangeOrganizationResponses, ChangePasswordData, ChangePasswordResponses, ChangePhaseData, ChangePhaseResponses, ChangePracticeRoundData, ChangePracticeRoundResponses, ChangeProjectData, ChangeProjectResponses, ChangeProjectStatusData, ChangeProjectStatusResponses, ChangeSubmissionConsentData, ChangeSubmissionConsentResponses, ChangeWorkshopData, ChangeWorkshopResponses, CheckActivationData, CheckActivationResponses, ChooseAppointmentData, ChooseAppointmentResponses, ChooseCourseData, ChooseCourseResponses, CloseClassData, CloseClassResponses, ClosePracticeRoundData, ClosePracticeRoundResponses, CommitImportData, CommitImportResponses, ConfirmSessionData, ConfirmSessionResponses, CreateActivationCodesData, CreateActivationCodesResponses, CreateAppointmentData, CreateAppointmentResponses, CreateAttachmentData, CreateAttachmentResponses, CreateBackupData, CreateBackupResponses, CreateClassData, CreateClassResponses, CreateClientData, CreateClientResponses, CreateCourseData, CreateCourseResponses, CreateEnrollmentData, CreateEnrollmentResponses, CreateHomeworkTaskData, CreateHomeworkTaskResponses, CreateImportData, CreateImportResponses, CreateOrganizationData, CreateOrganizationResponses, CreatePhaseData, CreatePhaseResponses, CreatePolicyBasisData, CreatePolicyBasisResponses, CreatePolicyData, CreatePolicyResponses, CreatePracticeRoundData, CreatePracticeRoundResponses, CreateProjectData, CreateProjectResponses, CreateQualificationRunData, CreateQualificationRunResponses, CreateReportData, CreateReportResponses, CreateResetCodeData, CreateResetCodeResponses, CreateRevealData, CreateRevealResponses, CreateSessionData, CreateSessionResponses, CreateSubmissionData, CreateSubmissionResponses, CreateTakeDownData, CreateTakeDownResponses, CreateWorkshopData, CreateWorkshopResponses, DeclineHomeworkData, DeclineHomeworkResponses, DeterminePracticeSheetData, DeterminePracticeSheetResponses, DisableClientData, DisableClientResponses, DismissWorkshopDeputyData, DismissWorkshopDeputyResponses, DownloadReportData, DownloadReportResponses, DropCourseData, DropCourseResponses, EndAppointmentData, EndAppointmentResponses, FillPracticeSheetData, FillPracticeSheetResponses, FinaliseQualificationRunData, FinaliseQualificationRunResponses, IssueTokenData, IssueTokenResponses, ListAppointmentsData, ListAppointmentsResponses, ListAuditEventsData, ListAuditEventsResponses, ListBackupsData, ListBackupsResponses, ListClassesData, ListClassesResponses, ListClassGradesData, ListClassGradesResponses, ListClientsData, ListClientsResponses, ListCoursesData, ListCoursesResponses, ListEnrollmentCoursesData, ListEnrollmentCoursesResponses, ListEnrollmentPracticeData, ListEnrollmentPracticeResponses, ListEnrollmentsData, ListEnrollmentsResponses, ListExceptionsData, ListExceptionsResponses, ListExpertCandidatesData, ListExpertCandidatesResponses, ListExpertReviewsData, ListExpertReviewsResponses, ListFormationProposalsData, ListFormationProposalsResponses, ListHomeworkTasksData, ListHomeworkTasksResponses, ListImportRowsData, ListImportRowsResponses, ListImportsData, ListImportsResponses, ListLearningEventsData, ListLearningEventsResponses, ListOrganizationsData, ListOrganizationsResponses, ListOwnAuditEventsData, ListOwnAuditEventsResponses, ListPlatformAuditEventsData, ListPlatformAuditEventsResponses, ListPoliciesData, ListPoliciesResponses, ListPracticeRoundsData, ListPracticeRoundsResponses, ListPracticeScoreChangesData, ListPracticeScoreChangesResponses, ListPracticeSheetsData, ListPracticeSheetsResponses, ListProgressData, ListProgressResponses, ListProjectsData, ListProjectsResponses, ListQualificationResultsData, ListQualificationResultsResponses, ListQualificationRunsData, ListQualificationRunsResponses, ListQuarantinedEventsData, ListQuarantinedEventsResponses, ListQuotasData, ListQuotasResponses, ListReportRowsData, ListReportRowsResponses, ListReportsData, ListReportsResponses, ListResourcesData, ListResourcesResponses, ListSchoolsData, ListSchoolsResponses, ListSelectionsData, ListSelectionsResponses, ListSessionsData, ListSessionsResponses, ListSubmissionHistoryData, ListSubmissionHistoryResponses, ListSubmissionsData, ListSubmissionsResponses, ListTodoData, ListTodoResponses, ListWorkshopsData, ListWorkshopsResponses, LockPracticeRoundData, LockPracticeRoundResponses, LockPracticeSheetData, LockPracticeSheetResponses, MarkExhibitData, MarkExhibitResponses, OpenPracticeRoundData, OpenPracticeRoundResponses, PlaceEnrollmentData, PlaceEnrollmentResponses, PolishHomeworkData, PolishHomeworkResponses, PublishCatalogData, PublishCatalogResponses, PublishHomeworkData, PublishHomeworkResponses, PublishPracticeSheetData, PublishPracticeSheetResponses, PublishProjectData, PublishProjectResponses, PublishQualificationRunData, PublishQualificationRunResponses, PushHomeworkData, PushHomeworkResponses, ReceiveLearningEventsData, ReceiveLearningEventsResponses, ReceiveOnlineScoresData, ReceiveOnlineScoresResponses, RecommendHomeworkData, RecommendHomeworkResponses, RecommendRegionallyData, RecommendRegionallyResponses, RefreshSessionData, RefreshSessionResponses, ReinstateAppointmentData, ReinstateAppointmentResponses, RemoveAttachmentData, RemoveAttachmentResponses, RemoveBackupData, RemoveBackupResponses, RemoveClassMemberData, RemoveClassMemberResponses, RemovePhaseData, RemovePhaseResponses, RemovePolicyBasisData, RemovePolicyBasisResponses, RemoveSessionData, RemoveSessionResponses, RemoveSubmissionDraftData, RemoveSubmissionDraftResponses, RemoveWorkshopData, RemoveWorkshopMemberData, RemoveWorkshopMemberResponses, RemoveWorkshopResponses, ReopenPracticeRoundData, ReopenPracticeRoundResponses, ReopenSelectionData, ReopenSelectionResponses, ReplayQuarantineData, ReplayQuarantineResponses, RequestSelectionChangeData, RequestSelectionChangeResponses, ResolveQuarantinedEventData, ResolveQuarantinedEventResponses, ReturnClassData, ReturnClassResponses, ReturnHomeworkData, ReturnHomeworkResponses, ReturnPracticeSheetData, ReturnPracticeSheetResponses, ReturnSelectionData, ReturnSelectionResponses, ReviewHomeworkData, ReviewHomeworkResponses, ReviewPracticeSheetData, ReviewPracticeSheetResponses, RevokeSessionsData, RevokeSessionsResponses, RotateClientSecretData, RotateClientSecretResponses, SaveSubmissionDraftData, SaveSubmissionDraftResponses, ShowAppointmentData, ShowAppointmentResponses, ShowAttachmentContentData, ShowAttachmentContentResponses, ShowAttachmentData, ShowAttachmentResponses, ShowAuditCheckpointData, ShowAuditCheckpointResponses, ShowAuditVerificationData, ShowAuditVerificationResponses, ShowBackupContentData, ShowBackupContentResponses, ShowBackupData, ShowBackupResponses, ShowCatalogAuditData, ShowCatalogAuditResponses, ShowClassData, ShowClassResponses, ShowContactData, ShowContactResponses, ShowCourseData, ShowCourseResponses, ShowEnrollmentByNumberData, ShowEnrollmentByNumberResponses, ShowEnrollmentData, ShowEnrollmentGradeData, ShowEnrollmentGradeResponses, ShowEnrollmentQualificationData, ShowEnrollmentQualificationResponses, ShowEnrollmentResponses, ShowExpertReviewData, ShowExpertReviewResponses, ShowHealthData, ShowHealthResponses, ShowHomeworkTaskData, ShowHomeworkTaskResponses, ShowImportData, ShowImportErrorsData, ShowImportErrorsResponses, ShowImportResponses, ShowImportTemplateData, ShowImportTemplateResponses, ShowLivenessData, ShowLivenessResponses, ShowMeData, ShowMeResponses, ShowOrganizationData, ShowOrganizationResponses, ShowPhaseData, ShowPhaseResponses, ShowPracticeRoundData, ShowPracticeRoundResponses, ShowPracticeSheetData, ShowPracticeSheetResponses, ShowProjectData, ShowProjectResponses, ShowQualificationRunData, ShowQualificationRunResponses, ShowReadinessData, ShowReadinessResponses, ShowReferenceData, ShowReferenceResponses, ShowResourceData, ShowResourceResponses, ShowSelectionData, ShowSelectionResponses, ShowStatisticsData, ShowStatisticsResponses, ShowSubmissionData, ShowSubmissionResponses, ShowSubmissionVersionData, ShowSubmissionVersionResponses, ShowWorkshopData, ShowWorkshopResponses, SignOutData, SignOutResponses, StreamImportData, StreamImportResponse, StreamImportResponses, SubmitClassData, SubmitClassResponses, SubmitHomeworkData, SubmitHomeworkResponses, SubmitPracticeSheetData, SubmitPracticeSheetResponses, SubmitSelectionData, SubmitSelectionResponses, SuspendAppointmentData, SuspendAppointmentResponses, TransferEnrollmentData, TransferEnrollmentResponses, UndoImportData, UndoImportResponses, VetoHomeworkData, VetoHomeworkResponses, WithdrawCourseData, WithdrawCourseResponses, WithdrawHomeworkData, WithdrawHomeworkResponses } from './types.gen';

export type Options<TData extends TDataShape = TDataShape, ThrowOnError extends boolean = boolean, TResponse = unknown> = Options2<TData, ThrowOnError, TResponse> & {
    /**
     * You can provide a client instance returned by `createClient()` instead of
     * individual options. This might be also useful if you want to implement a
     * custom client.
     */
    client?: Client;
    /**
     * You can pass arbitrary values through the `meta` object. This can be
     * used to access values that aren't defined as part of the SDK function.
     */
    meta?: keyof ClientMeta extends never ? Record<string, unknown> : ClientMeta;
};

/**
 * Look up whose activation code it is, without using it.
 *
 * Open to everybody. Serves F07 of the plan.
 */
export const checkActivation = <ThrowOnError extends boolean = true>(options: Options<CheckActivationData, ThrowOnError>): RequestResult<CheckActivationResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CheckActivationResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/v1/activation-checks',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * First sign-in: set a password and activate. This instant counts as taking part (参训).
 *
 * Open to everybody. Serves F07 of the plan.
 */
export const activateAccount = <ThrowOnError extends boolean = true>(options: Options<ActivateAccountData, ThrowOnError>): RequestResult<ActivateAccountResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ActivateAccountResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/v1/activations',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Show an appointment.
 *
 * Needs the right `A05` of the access matrix. Serves F06 of the plan.
 */
export const showAppointment = <ThrowOnError extends boolean = true>(options: Options<ShowAppointmentData, ThrowOnError>): RequestResult<ShowAppointmentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowAppointmentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/appointments/{id}',
    ...options
});

/**
 * End a role; its rights are gone within a second.
 *
 * Needs the right `A05` of the access matrix. Serves F06 of the plan.
 */
export const endAppointment = <ThrowOnError extends boolean = true>(options: Options<EndAppointmentData, ThrowOnError>): RequestResult<EndAppointmentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<EndAppointmentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/appointments/{id}/endings',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take a suspended role up again.
 *
 * Needs the right `A05` of the access matrix. Serves F06 of the plan.
 */
export const reinstateAppointment = <ThrowOnError extends boolean = true>(options: Options<ReinstateAppointmentData, ThrowOnError>): RequestResult<ReinstateAppointmentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ReinstateAppointmentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/appointments/{id}/reinstatements',
    ...options
});

/**
 * Put a role on hold; its rights are gone within a second.
 *
 * Needs the right `A05` of the access matrix. Serves F06 of the plan.
 */
export const suspendAppointment = <ThrowOnError extends boolean = true>(options: Options<SuspendAppointmentData, ThrowOnError>): RequestResult<SuspendAppointmentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<SuspendAppointmentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/appointments/{id}/suspensions',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take a file in. It waits 24 hours for a work to take it.
 *
 * Needs the right `W01` of the access matrix. Serves F26 of the plan.
 */
export const createAttachment = <ThrowOnError extends boolean = true>(options: Options<CreateAttachmentData, ThrowOnError>): RequestResult<CreateAttachmentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateAttachmentResponses, unknown, ThrowOnError, 'data'>({
    bodySerializer: null,
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/attachments',
    ...options,
    headers: {
        'Content-Type': 'application/octet-stream',
        ...options.headers
    }
});

/**
 * Remove an own file that no work has.
 *
 * Needs the right `W01` of the access matrix. Serves F26 of the plan.
 */
export const removeAttachment = <ThrowOnError extends boolean = true>(options: Options<RemoveAttachmentData, ThrowOnError>): RequestResult<RemoveAttachmentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).delete<RemoveAttachmentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/attachments/{id}',
    ...options
});

/**
 * Show a file's particulars.
 *
 * Needs the right `W03` of the access matrix. Serves F26 of the plan.
 */
export const showAttachment = <ThrowOnError extends boolean = true>(options: Options<ShowAttachmentData, ThrowOnError>): RequestResult<ShowAttachmentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowAttachmentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/attachments/{id}',
    ...options
});

/**
 * Download a file, or a part of it by `Range`. It is never shown inside a page of ours.
 *
 * Needs the right `W03` of the access matrix. Serves F26 of the plan.
 */
export const showAttachmentContent = <ThrowOnError extends boolean = true>(options: Options<ShowAttachmentContentData, ThrowOnError>): RequestResult<ShowAttachmentContentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowAttachmentContentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/attachments/{id}/content',
    ...options
});

/**
 * Fetch a signed checkpoint of the chain.
 *
 * Needs the right `L02` of the access matrix. Serves F69 of the plan.
 */
export const showAuditCheckpoint = <ThrowOnError extends boolean = true>(options?: Options<ShowAuditCheckpointData, ThrowOnError>): RequestResult<ShowAuditCheckpointResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ShowAuditCheckpointResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/audit/checkpoint',
    ...options
});

/**
 * List what was done outside any project: sign-ins, clients, the platform itself.
 *
 * Needs the right `L01` of the access matrix. Serves F69, F65 of the plan.
 */
export const listPlatformAuditEvents = <ThrowOnError extends boolean = true>(options?: Options<ListPlatformAuditEventsData, ThrowOnError>): RequestResult<ListPlatformAuditEventsResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ListPlatformAuditEventsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/audit/events',
    ...options
});

/**
 * Check the chain over the whole trail; the first broken link is named.
 *
 * Needs the right `L02` of the access matrix. Serves F69 of the plan.
 */
export const showAuditVerification = <ThrowOnError extends boolean = true>(options?: Options<ShowAuditVerificationData, ThrowOnError>): RequestResult<ShowAuditVerificationResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ShowAuditVerificationResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/audit/verification',
    ...options
});

/**
 * List the backups, the newest first.
 *
 * Needs the right `Y01` of the access matrix. Serves F65 of the plan.
 */
export const listBackups = <ThrowOnError extends boolean = true>(options?: Options<ListBackupsData, ThrowOnError>): RequestResult<ListBackupsResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ListBackupsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/backups',
    ...options
});

/**
 * Start a backup of everything; it is made while the program serves on.
 *
 * Needs the right `Y01` of the access matrix. Serves F65 of the plan.
 */
export const createBackup = <ThrowOnError extends boolean = true>(options?: Options<CreateBackupData, ThrowOnError>): RequestResult<CreateBackupResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).post<CreateBackupResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/backups',
    ...options
});

/**
 * Remove a backup that is not running, with its file.
 *
 * Needs the right `Y01` of the access matrix. Serves F65 of the plan.
 */
export const removeBackup = <ThrowOnError extends boolean = true>(options: Options<RemoveBackupData, ThrowOnError>): RequestResult<RemoveBackupResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).delete<RemoveBackupResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/backups/{id}',
    ...options
});

/**
 * Show how far a backup is.
 *
 * Needs the right `Y01` of the access matrix. Serves F65 of the plan.
 */
export const showBackup = <ThrowOnError extends boolean = true>(options: Options<ShowBackupData, ThrowOnError>): RequestResult<ShowBackupResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowBackupResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/backups/{id}',
    ...options
});

/**
 * Download a backup, or a part of it by `Range`. It opens only with the key file.
 *
 * Needs the right `Y01` of the access matrix. Serves F65 of the plan.
 */
export const showBackupContent = <ThrowOnError extends boolean = true>(options: Options<ShowBackupContentData, ThrowOnError>): RequestResult<ShowBackupContentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowBackupContentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/backups/{id}/content',
    ...options
});

/**
 * Show a class with its administrators.
 *
 * Needs the right `O03` of the access matrix. Serves F08, F09 of the plan.
 */
export const showClass = <ThrowOnError extends boolean = true>(options: Options<ShowClassData, ThrowOnError>): RequestResult<ShowClassResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowClassResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/classes/{id}',
    ...options
});

/**
 * Change the name of a class, or why it is a joint one.
 *
 * Needs the right `O03` of the access matrix. Serves F08, F09 of the plan.
 */
export const changeClass = <ThrowOnError extends boolean = true>(options: Options<ChangeClassData, ThrowOnError>): RequestResult<ChangeClassResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).patch<ChangeClassResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/classes/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Approve a class that was submitted.
 *
 * Needs the right `O03` of the access matrix. Serves F08, F09 of the plan.
 */
export const approveClass = <ThrowOnError extends boolean = true>(options: Options<ApproveClassData, ThrowOnError>): RequestResult<ApproveClassResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ApproveClassResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/classes/{id}/approvals',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Close a class; its members stay as they are from then on.
 *
 * Needs the right `O03` of the access matrix. Serves F08, F09 of the plan.
 */
export const closeClass = <ThrowOnError extends boolean = true>(options: Options<CloseClassData, ThrowOnError>): RequestResult<CloseClassResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CloseClassResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/classes/{id}/closings',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the grades of a class, as far as one reaches.
 *
 * Needs the right `Q02` of the access matrix. Serves F47 of the plan.
 */
export const listClassGrades = <ThrowOnError extends boolean = true>(options: Options<ListClassGradesData, ThrowOnError>): RequestResult<ListClassGradesResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListClassGradesResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/classes/{id}/grades',
    ...options
});

/**
 * Make one of the co-administrators the lead of a joint class (联校管理员).
 *
 * Needs the right `O03` of the access matrix. Serves F09, F06 of the plan.
 */
export const appointClassLead = <ThrowOnError extends boolean = true>(options: Options<AppointClassLeadData, ThrowOnError>): RequestResult<AppointClassLeadResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).put<AppointClassLeadResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/classes/{id}/lead',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Seat trainees in a class, each with an own answer; never more than there is room for.
 *
 * Needs the right `O04` of the access matrix. Serves F08, F09 of the plan.
 */
export const addClassMembers = <ThrowOnError extends boolean = true>(options: Options<AddClassMembersData, ThrowOnError>): RequestResult<AddClassMembersResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<AddClassMembersResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/classes/{id}/members',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take a trainee out of a class.
 *
 * Needs the right `O04` of the access matrix. Serves F08, F09 of the plan.
 */
export const removeClassMember = <ThrowOnError extends boolean = true>(options: Options<RemoveClassMemberData, ThrowOnError>): RequestResult<RemoveClassMemberResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).delete<RemoveClassMemberResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/classes/{id}/members/{enrollment_id}',
    ...options
});

/**
 * Return a class to its school with a reason.
 *
 * Needs the right `O03` of the access matrix. Serves F08, F09 of the plan.
 */
export const returnClass = <ThrowOnError extends boolean = true>(options: Options<ReturnClassData, ThrowOnError>): RequestResult<ReturnClassResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ReturnClassResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/classes/{id}/returns',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Submit a class to the county.
 *
 * Needs the right `O03` of the access matrix. Serves F08, F09 of the plan.
 */
export const submitClass = <ThrowOnError extends boolean = true>(options: Options<SubmitClassData, ThrowOnError>): RequestResult<SubmitClassResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<SubmitClassResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/classes/{id}/submittals',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Disable a client for good.
 *
 * Needs the right `I01` of the access matrix. Serves F68 of the plan.
 */
export const disableClient = <ThrowOnError extends boolean = true>(options: Options<DisableClientData, ThrowOnError>): RequestResult<DisableClientResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).delete<DisableClientResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/clients/{id}',
    ...options
});

/**
 * Give a client a new secret; the newest earlier one works for a week more.
 *
 * Needs the right `I01` of the access matrix. Serves F68 of the plan.
 */
export const rotateClientSecret = <ThrowOnError extends boolean = true>(options: Options<RotateClientSecretData, ThrowOnError>): RequestResult<RotateClientSecretResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<RotateClientSecretResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/clients/{id}/secrets',
    ...options
});

/**
 * Show a course.
 *
 * Needs the right `S03` of the access matrix. Serves F17 of the plan.
 */
export const showCourse = <ThrowOnError extends boolean = true>(options: Options<ShowCourseData, ThrowOnError>): RequestResult<ShowCourseResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowCourseResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/courses/{id}',
    ...options
});

/**
 * Change a course. Plans that hold it submitted keep their hours; open baskets follow.
 *
 * Needs the right `S03` of the access matrix. Serves F17, F21 of the plan.
 */
export const changeCourse = <ThrowOnError extends boolean = true>(options: Options<ChangeCourseData, ThrowOnError>): RequestResult<ChangeCourseResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).patch<ChangeCourseResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/courses/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take a course off the catalogue. Submitted plans keep its hours and show that a replacement
 * is needed.
 *
 * Needs the right `S03` of the access matrix. Serves F17, F21 of the plan.
 */
export const withdrawCourse = <ThrowOnError extends boolean = true>(options: Options<WithdrawCourseData, ThrowOnError>): RequestResult<WithdrawCourseResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<WithdrawCourseResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/courses/{id}/withdrawals',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Show a place in the roster.
 *
 * Needs the right `P01` of the access matrix. Serves F05 of the plan.
 */
export const showEnrollment = <ThrowOnError extends boolean = true>(options: Options<ShowEnrollmentData, ThrowOnError>): RequestResult<ShowEnrollmentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowEnrollmentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/enrollments/{id}',
    ...options
});

/**
 * Correct what the roster says of a trainee; what is left out stays, an empty text clears.
 *
 * Needs the right `O02` of the access matrix. Serves F05 of the plan.
 */
export const changeEnrollment = <ThrowOnError extends boolean = true>(options: Options<ChangeEnrollmentData, ThrowOnError>): RequestResult<ChangeEnrollmentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).patch<ChangeEnrollmentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/enrollments/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the courses that somebody chose, with their progress, and what they studied besides.
 *
 * Needs the right `S07` of the access matrix. Serves F19, F22 of the plan.
 */
export const listEnrollmentCourses = <ThrowOnError extends boolean = true>(options: Options<ListEnrollmentCoursesData, ThrowOnError>): RequestResult<ListEnrollmentCoursesResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListEnrollmentCoursesResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/enrollments/{id}/courses',
    ...options
});

/**
 * Show somebody's score bill.
 *
 * Needs the right `Q02` of the access matrix. Serves F47 of the plan.
 */
export const showEnrollmentGrade = <ThrowOnError extends boolean = true>(options: Options<ShowEnrollmentGradeData, ThrowOnError>): RequestResult<ShowEnrollmentGradeResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowEnrollmentGradeResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/enrollments/{id}/grade',
    ...options
});

/**
 * Move a trainee to another class, workshop or both in one act.
 *
 * Needs the right `O04` of the access matrix. Serves F08, F11 of the plan.
 */
export const placeEnrollment = <ThrowOnError extends boolean = true>(options: Options<PlaceEnrollmentData, ThrowOnError>): RequestResult<PlaceEnrollmentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<PlaceEnrollmentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/enrollments/{id}/placements',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List somebody's practice marks, newest round first; the person sees published ones.
 *
 * Needs the right `F06` of the access matrix. Serves F44, F47 of the plan.
 */
export const listEnrollmentPractice = <ThrowOnError extends boolean = true>(options: Options<ListEnrollmentPracticeData, ThrowOnError>): RequestResult<ListEnrollmentPracticeResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListEnrollmentPracticeResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/enrollments/{id}/practice',
    ...options
});

/**
 * Show somebody's newest result, or a preview before there is one: what is met, what is not,
 * and the shortest way.
 *
 * Needs the right `Q02` of the access matrix. Serves F48 of the plan.
 */
export const showEnrollmentQualification = <ThrowOnError extends boolean = true>(options: Options<ShowEnrollmentQualificationData, ThrowOnError>): RequestResult<ShowEnrollmentQualificationResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowEnrollmentQualificationResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/enrollments/{id}/qualification',
    ...options
});

/**
 * Show a course plan with its totals and what it still misses.
 *
 * Needs the right `S04` of the access matrix. Serves F19 of the plan.
 */
export const showSelection = <ThrowOnError extends boolean = true>(options: Options<ShowSelectionData, ThrowOnError>): RequestResult<ShowSelectionResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowSelectionResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/enrollments/{id}/selection',
    ...options
});

/**
 * Take a course out of the basket.
 *
 * Needs the right `S04` of the access matrix. Serves F19 of the plan.
 */
export const dropCourse = <ThrowOnError extends boolean = true>(options: Options<DropCourseData, ThrowOnError>): RequestResult<DropCourseResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).delete<DropCourseResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/enrollments/{id}/selection/items/{course_id}',
    ...options
});

/**
 * Put a course into the basket. Repeating it changes nothing, and edits of other courses do
 * not get in each other's way, so no version has to be given.
 *
 * Needs the right `S04` of the access matrix. Serves F19 of the plan.
 */
export const chooseCourse = <ThrowOnError extends boolean = true>(options: Options<ChooseCourseData, ThrowOnError>): RequestResult<ChooseCourseResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).put<ChooseCourseResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/enrollments/{id}/selection/items/{course_id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take a trainee out of the count, or back into it; the county decides.
 *
 * Needs the right `O04` of the access matrix. Serves F05 of the plan.
 */
export const changeEnrollmentStatus = <ThrowOnError extends boolean = true>(options: Options<ChangeEnrollmentStatusData, ThrowOnError>): RequestResult<ChangeEnrollmentStatusResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ChangeEnrollmentStatusResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/enrollments/{id}/status-changes',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Move a trainee to another school; hours and scores go along, class and workshop do not.
 *
 * Needs the right `O04` of the access matrix. Serves F05 of the plan.
 */
export const transferEnrollment = <ThrowOnError extends boolean = true>(options: Options<TransferEnrollmentData, ThrowOnError>): RequestResult<TransferEnrollmentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<TransferEnrollmentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/enrollments/{id}/transfers',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the exhibits that one is called to judge; nothing tells who made them.
 *
 * Needs the right `W09` of the access matrix. Serves F32 of the plan.
 */
export const listExpertReviews = <ThrowOnError extends boolean = true>(options?: Options<ListExpertReviewsData, ThrowOnError>): RequestResult<ListExpertReviewsResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ListExpertReviewsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/expert-reviews',
    ...options
});

/**
 * Show an exhibit that one is called to judge, without author, school or file names.
 *
 * Needs the right `W09` of the access matrix. Serves F32 of the plan.
 */
export const showExpertReview = <ThrowOnError extends boolean = true>(options: Options<ShowExpertReviewData, ThrowOnError>): RequestResult<ShowExpertReviewResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowExpertReviewResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/expert-reviews/{id}',
    ...options
});

/**
 * Mark an exhibit; the last mark needed settles it, two too far apart call a third expert.
 *
 * Needs the right `W09` of the access matrix. Serves F32 of the plan.
 */
export const markExhibit = <ThrowOnError extends boolean = true>(options: Options<MarkExhibitData, ThrowOnError>): RequestResult<MarkExhibitResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<MarkExhibitResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/expert-reviews/{id}/marks',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Show a homework task.
 *
 * Needs the right `W00` of the access matrix. Serves F26 of the plan.
 */
export const showHomeworkTask = <ThrowOnError extends boolean = true>(options: Options<ShowHomeworkTaskData, ThrowOnError>): RequestResult<ShowHomeworkTaskResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowHomeworkTaskResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/homework-tasks/{id}',
    ...options
});

/**
 * Change a homework task; its criteria stay once a work was marked by them.
 *
 * Needs the right `W00` of the access matrix. Serves F26 of the plan.
 */
export const changeHomeworkTask = <ThrowOnError extends boolean = true>(options: Options<ChangeHomeworkTaskData, ThrowOnError>): RequestResult<ChangeHomeworkTaskResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).patch<ChangeHomeworkTaskResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/homework-tasks/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Begin one's own work for a task; one living work each.
 *
 * Needs the right `W01` of the access matrix. Serves F26 of the plan.
 */
export const createSubmission = <ThrowOnError extends boolean = true>(options: Options<CreateSubmissionData, ThrowOnError>): RequestResult<CreateSubmissionResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateSubmissionResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/homework-tasks/{id}/submissions',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Download an empty workbook to fill in, with dictionary sheets and text-typed columns.
 *
 * Needs the right `O02` of the access matrix. Serves F67 of the plan.
 */
export const showImportTemplate = <ThrowOnError extends boolean = true>(options: Options<ShowImportTemplateData, ThrowOnError>): RequestResult<ShowImportTemplateResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowImportTemplateResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/import-templates/{kind}',
    ...options
});

/**
 * Show how an import stands.
 *
 * Needs the right `O02` of the access matrix. Serves F67 of the plan.
 */
export const showImport = <ThrowOnError extends boolean = true>(options: Options<ShowImportData, ThrowOnError>): RequestResult<ShowImportResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowImportResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/imports/{id}',
    ...options
});

/**
 * Write exactly what was checked, or refuse because the data changed since. Online progress and
 * online scores are committed by somebody else than whoever uploaded the file.
 *
 * Needs the right `O02` of the access matrix. Serves F67 of the plan.
 */
export const commitImport = <ThrowOnError extends boolean = true>(options: Options<CommitImportData, ThrowOnError>): RequestResult<CommitImportResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CommitImportResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/imports/{id}/commit',
    ...options
});

/**
 * Download the rejected rows with the reasons in a last column.
 *
 * Needs the right `O02` of the access matrix. Serves F67 of the plan.
 */
export const showImportErrors = <ThrowOnError extends boolean = true>(options: Options<ShowImportErrorsData, ThrowOnError>): RequestResult<ShowImportErrorsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowImportErrorsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/imports/{id}/errors.xlsx',
    ...options
});

/**
 * Follow an import as server-sent events: its state at once, then each change with the rows
 * done so far, until its check or commit has ended.
 *
 * Needs the right `O02` of the access matrix. Serves F67 of the plan.
 */
export const streamImport = <ThrowOnError extends boolean = true>(options: Options<StreamImportData, ThrowOnError, StreamImportResponse>): Promise<ServerSentEventsResult<StreamImportResponses>> => (options.client ?? client).sse.get<StreamImportResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/imports/{id}/events',
    ...options
});

/**
 * List the verdicts on a file's rows, in the order of the file.
 *
 * Needs the right `O02` of the access matrix. Serves F67 of the plan.
 */
export const listImportRows = <ThrowOnError extends boolean = true>(options: Options<ListImportRowsData, ThrowOnError>): RequestResult<ListImportRowsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListImportRowsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/imports/{id}/rows',
    ...options
});

/**
 * Take a commit back while nothing depends on it.
 *
 * Needs the right `O02` of the access matrix. Serves F67 of the plan.
 */
export const undoImport = <ThrowOnError extends boolean = true>(options: Options<UndoImportData, ThrowOnError>): RequestResult<UndoImportResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<UndoImportResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/imports/{id}/undo',
    ...options
});

/**
 * Show who one is and which roles one holds.
 *
 * Needs the right `P01` of the access matrix. Serves F06 of the plan.
 */
export const showMe = <ThrowOnError extends boolean = true>(options?: Options<ShowMeData, ThrowOnError>): RequestResult<ShowMeResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ShowMeResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/me',
    ...options
});

/**
 * Choose the role one acts in.
 *
 * Needs the right `A01` of the access matrix. Serves F06 of the plan.
 */
export const chooseAppointment = <ThrowOnError extends boolean = true>(options: Options<ChooseAppointmentData, ThrowOnError>): RequestResult<ChooseAppointmentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).put<ChooseAppointmentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/me/active-appointment',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List who did what to one's own data, the newest first.
 *
 * Needs the right `L01` of the access matrix. Serves F69 of the plan.
 */
export const listOwnAuditEvents = <ThrowOnError extends boolean = true>(options?: Options<ListOwnAuditEventsData, ThrowOnError>): RequestResult<ListOwnAuditEventsResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ListOwnAuditEventsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/me/audit-events',
    ...options
});

/**
 * Show one's own phone and ID number, masked.
 *
 * Needs the right `P02` of the access matrix. Serves F06, F07 of the plan.
 */
export const showContact = <ThrowOnError extends boolean = true>(options?: Options<ShowContactData, ThrowOnError>): RequestResult<ShowContactResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ShowContactResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/me/contact',
    ...options
});

/**
 * Change one's own phone; the password is given again first.
 *
 * Needs the right `P04` of the access matrix. Serves F06, F07 of the plan.
 */
export const changeContact = <ThrowOnError extends boolean = true>(options: Options<ChangeContactData, ThrowOnError>): RequestResult<ChangeContactResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).patch<ChangeContactResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/me/contact',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Change one's password; every other session of the account ends.
 *
 * Needs the right `P04` of the access matrix. Serves F07 of the plan.
 */
export const changePassword = <ThrowOnError extends boolean = true>(options: Options<ChangePasswordData, ThrowOnError>): RequestResult<ChangePasswordResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).put<ChangePasswordResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/me/password',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List what the caller has to do next in a project, in the active role.
 *
 * Needs the right `O01` of the access matrix. Serves F62 of the plan.
 */
export const listTodo = <ThrowOnError extends boolean = true>(options: Options<ListTodoData, ThrowOnError>): RequestResult<ListTodoResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListTodoResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/me/todo',
    ...options
});

/**
 * Get an access token for an API client.
 *
 * Open to everybody. Serves F68 of the plan.
 */
export const issueToken = <ThrowOnError extends boolean = true>(options: Options<IssueTokenData, ThrowOnError>): RequestResult<IssueTokenResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<IssueTokenResponses, unknown, ThrowOnError, 'data'>({
    ...urlSearchParamsBodySerializer,
    responseStyle: 'data',
    url: '/api/v1/oauth/token',
    ...options,
    headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        ...options.headers
    }
});

/**
 * List the organisations of the counties one has a part in, by code.
 *
 * Needs the right `O01` of the access matrix. Serves F04 of the plan.
 */
export const listOrganizations = <ThrowOnError extends boolean = true>(options?: Options<ListOrganizationsData, ThrowOnError>): RequestResult<ListOrganizationsResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ListOrganizationsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/organizations',
    ...options
});

/**
 * Add a town or school to a county, or a county, city or province to the tree.
 *
 * Needs the right `O01` of the access matrix. Serves F04 of the plan.
 */
export const createOrganization = <ThrowOnError extends boolean = true>(options: Options<CreateOrganizationData, ThrowOnError>): RequestResult<CreateOrganizationResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateOrganizationResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/organizations',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Show an organisation.
 *
 * Needs the right `O01` of the access matrix. Serves F04 of the plan.
 */
export const showOrganization = <ThrowOnError extends boolean = true>(options: Options<ShowOrganizationData, ThrowOnError>): RequestResult<ShowOrganizationResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowOrganizationResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/organizations/{id}',
    ...options
});

/**
 * Change an organisation's name, aliases or type; what is left out stays.
 *
 * Needs the right `O01` of the access matrix. Serves F04 of the plan.
 */
export const changeOrganization = <ThrowOnError extends boolean = true>(options: Options<ChangeOrganizationData, ThrowOnError>): RequestResult<ChangeOrganizationResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).patch<ChangeOrganizationResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/organizations/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Make a code by which somebody sets a new password; nobody chooses one for them.
 *
 * Needs the right `A03` of the access matrix. Serves F06, F07 of the plan.
 */
export const createResetCode = <ThrowOnError extends boolean = true>(options: Options<CreateResetCodeData, ThrowOnError>): RequestResult<CreateResetCodeResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateResetCodeResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/persons/{id}/reset-codes',
    ...options
});

/**
 * Show somebody's phone and ID number in full, for a reason; at most thirty people a day.
 *
 * Needs the right `P03` of the access matrix. Serves F06 of the plan.
 */
export const createReveal = <ThrowOnError extends boolean = true>(options: Options<CreateRevealData, ThrowOnError>): RequestResult<CreateRevealResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateRevealResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/persons/{id}/reveals',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Sign somebody out everywhere.
 *
 * Needs the right `A02` of the access matrix. Serves F06 of the plan.
 */
export const revokeSessions = <ThrowOnError extends boolean = true>(options: Options<RevokeSessionsData, ThrowOnError>): RequestResult<RevokeSessionsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<RevokeSessionsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/persons/{id}/session-revocations',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take a phase away from a project that is not published yet.
 *
 * Needs the right `O01` of the access matrix. Serves F02 of the plan.
 */
export const removePhase = <ThrowOnError extends boolean = true>(options: Options<RemovePhaseData, ThrowOnError>): RequestResult<RemovePhaseResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).delete<RemovePhaseResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/phases/{id}',
    ...options
});

/**
 * Show a phase.
 *
 * Needs the right `O01` of the access matrix. Serves F02 of the plan.
 */
export const showPhase = <ThrowOnError extends boolean = true>(options: Options<ShowPhaseData, ThrowOnError>): RequestResult<ShowPhaseResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowPhaseResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/phases/{id}',
    ...options
});

/**
 * Change a phase; what is left out stays. After publishing it still binds all three.
 *
 * Needs the right `O01` of the access matrix. Serves F02 of the plan.
 */
export const changePhase = <ThrowOnError extends boolean = true>(options: Options<ChangePhaseData, ThrowOnError>): RequestResult<ChangePhaseResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).patch<ChangePhaseResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/phases/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take a document away again.
 *
 * Needs the right `O01` of the access matrix. Serves F01 of the plan.
 */
export const removePolicyBasis = <ThrowOnError extends boolean = true>(options: Options<RemovePolicyBasisData, ThrowOnError>): RequestResult<RemovePolicyBasisResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).delete<RemovePolicyBasisResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/policy-bases/{id}',
    ...options
});

/**
 * Show a scoring round.
 *
 * Needs the right `O01` of the access matrix. Serves F44 of the plan.
 */
export const showPracticeRound = <ThrowOnError extends boolean = true>(options: Options<ShowPracticeRoundData, ThrowOnError>): RequestResult<ShowPracticeRoundResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowPracticeRoundResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-rounds/{id}',
    ...options
});

/**
 * Change the name or the days of a round.
 *
 * Needs the right `F03` of the access matrix. Serves F44 of the plan.
 */
export const changePracticeRound = <ThrowOnError extends boolean = true>(options: Options<ChangePracticeRoundData, ThrowOnError>): RequestResult<ChangePracticeRoundResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).patch<ChangePracticeRoundResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-rounds/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Close a round: schools write no more marks.
 *
 * Needs the right `F03` of the access matrix. Serves F44 of the plan.
 */
export const closePracticeRound = <ThrowOnError extends boolean = true>(options: Options<ClosePracticeRoundData, ThrowOnError>): RequestResult<ClosePracticeRoundResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ClosePracticeRoundResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-rounds/{id}/closings',
    ...options
});

/**
 * Lock a closed round whose sheets are all locked.
 *
 * Needs the right `F04` of the access matrix. Serves F45 of the plan.
 */
export const lockPracticeRound = <ThrowOnError extends boolean = true>(options: Options<LockPracticeRoundData, ThrowOnError>): RequestResult<LockPracticeRoundResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<LockPracticeRoundResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-rounds/{id}/locks',
    ...options
});

/**
 * Open a round: one sheet for each class and school, a row for everybody who counts.
 *
 * Needs the right `F03` of the access matrix. Serves F44 of the plan.
 */
export const openPracticeRound = <ThrowOnError extends boolean = true>(options: Options<OpenPracticeRoundData, ThrowOnError>): RequestResult<OpenPracticeRoundResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<OpenPracticeRoundResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-rounds/{id}/openings',
    ...options
});

/**
 * Open a closed round again; who came since gets a row.
 *
 * Needs the right `F03` of the access matrix. Serves F44 of the plan.
 */
export const reopenPracticeRound = <ThrowOnError extends boolean = true>(options: Options<ReopenPracticeRoundData, ThrowOnError>): RequestResult<ReopenPracticeRoundResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ReopenPracticeRoundResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-rounds/{id}/reopenings',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Put the county's mark over the school's.
 *
 * Needs the right `F03` of the access matrix. Serves F45 of the plan.
 */
export const adjustPracticeScore = <ThrowOnError extends boolean = true>(options: Options<AdjustPracticeScoreData, ThrowOnError>): RequestResult<AdjustPracticeScoreResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).patch<AdjustPracticeScoreResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-scores/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List every change of a row, oldest first; nothing is ever destroyed.
 *
 * Needs the right `F06` of the access matrix. Serves F45 of the plan.
 */
export const listPracticeScoreChanges = <ThrowOnError extends boolean = true>(options: Options<ListPracticeScoreChangesData, ThrowOnError>): RequestResult<ListPracticeScoreChangesResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListPracticeScoreChangesResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-scores/{id}/changes',
    ...options
});

/**
 * Show a sheet with everybody's row and what became of it.
 *
 * Needs the right `F06` of the access matrix. Serves F44, F45 of the plan.
 */
export const showPracticeSheet = <ThrowOnError extends boolean = true>(options: Options<ShowPracticeSheetData, ThrowOnError>): RequestResult<ShowPracticeSheetResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowPracticeSheetResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-sheets/{id}',
    ...options
});

/**
 * Determine the marks of a sheet as the county.
 *
 * Needs the right `F03` of the access matrix. Serves F45 of the plan.
 */
export const determinePracticeSheet = <ThrowOnError extends boolean = true>(options: Options<DeterminePracticeSheetData, ThrowOnError>): RequestResult<DeterminePracticeSheetResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<DeterminePracticeSheetResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-sheets/{id}/determinations',
    ...options
});

/**
 * Lock a published sheet; no mark moves after that. A second person signs.
 *
 * Needs the right `F04` of the access matrix. Serves F45 of the plan.
 */
export const lockPracticeSheet = <ThrowOnError extends boolean = true>(options: Options<LockPracticeSheetData, ThrowOnError>): RequestResult<LockPracticeSheetResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<LockPracticeSheetResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-sheets/{id}/locks',
    ...options
});

/**
 * Publish a determined sheet; its marks count from now on. A second person signs.
 *
 * Needs the right `F04` of the access matrix. Serves F45 of the plan.
 */
export const publishPracticeSheet = <ThrowOnError extends boolean = true>(options: Options<PublishPracticeSheetData, ThrowOnError>): RequestResult<PublishPracticeSheetResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<PublishPracticeSheetResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-sheets/{id}/publications',
    ...options
});

/**
 * Send a sheet back to the school, with a reason that it reads.
 *
 * Needs the right `F03` of the access matrix. Serves F45 of the plan.
 */
export const returnPracticeSheet = <ThrowOnError extends boolean = true>(options: Options<ReturnPracticeSheetData, ThrowOnError>): RequestResult<ReturnPracticeSheetResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ReturnPracticeSheetResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-sheets/{id}/returns',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Begin to review a submitted sheet as the county.
 *
 * Needs the right `F03` of the access matrix. Serves F45 of the plan.
 */
export const reviewPracticeSheet = <ThrowOnError extends boolean = true>(options: Options<ReviewPracticeSheetData, ThrowOnError>): RequestResult<ReviewPracticeSheetResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ReviewPracticeSheetResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-sheets/{id}/reviews',
    ...options
});

/**
 * Write marks of the school into a sheet, each row by its own version.
 *
 * Needs the right `F02` of the access matrix. Serves F44 of the plan.
 */
export const fillPracticeSheet = <ThrowOnError extends boolean = true>(options: Options<FillPracticeSheetData, ThrowOnError>): RequestResult<FillPracticeSheetResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).patch<FillPracticeSheetResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-sheets/{id}/scores',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Submit a complete sheet to the county.
 *
 * Needs the right `F02` of the access matrix. Serves F44 of the plan.
 */
export const submitPracticeSheet = <ThrowOnError extends boolean = true>(options: Options<SubmitPracticeSheetData, ThrowOnError>): RequestResult<SubmitPracticeSheetResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<SubmitPracticeSheetResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/practice-sheets/{id}/submittals',
    ...options
});

/**
 * List the projects one has a part in.
 *
 * Needs the right `O01` of the access matrix. Serves F01 of the plan.
 */
export const listProjects = <ThrowOnError extends boolean = true>(options?: Options<ListProjectsData, ThrowOnError>): RequestResult<ListProjectsResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ListProjectsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects',
    ...options
});

/**
 * Found a project as a draft with the preset policy set; its founder leads it.
 *
 * Needs the right `O01` of the access matrix. Serves F01 of the plan.
 */
export const createProject = <ThrowOnError extends boolean = true>(options: Options<CreateProjectData, ThrowOnError>): RequestResult<CreateProjectResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateProjectResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Show a project with its bases, phases and headcount.
 *
 * Needs the right `O01` of the access matrix. Serves F01, F02 of the plan.
 */
export const showProject = <ThrowOnError extends boolean = true>(options: Options<ShowProjectData, ThrowOnError>): RequestResult<ShowProjectResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowProjectResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}',
    ...options
});

/**
 * Change a project; what is left out stays.
 *
 * Needs the right `O01` of the access matrix. Serves F01, F02 of the plan.
 */
export const changeProject = <ThrowOnError extends boolean = true>(options: Options<ChangeProjectData, ThrowOnError>): RequestResult<ChangeProjectResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).patch<ChangeProjectResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Make activation codes for a school's paper sheet; earlier unused codes end.
 *
 * Needs the right `A03` of the access matrix. Serves F06, F07 of the plan.
 */
export const createActivationCodes = <ThrowOnError extends boolean = true>(options: Options<CreateActivationCodesData, ThrowOnError>): RequestResult<CreateActivationCodesResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateActivationCodesResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/activation-codes',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the roles given in a project, as far as one may see them.
 *
 * Needs the right `A05` of the access matrix. Serves F06 of the plan.
 */
export const listAppointments = <ThrowOnError extends boolean = true>(options: Options<ListAppointmentsData, ThrowOnError>): RequestResult<ListAppointmentsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListAppointmentsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/appointments',
    ...options
});

/**
 * Appoint somebody to a role lower than one's own, within one's own scope.
 *
 * Needs the right `A05` of the access matrix. Serves F06 of the plan.
 */
export const createAppointment = <ThrowOnError extends boolean = true>(options: Options<CreateAppointmentData, ThrowOnError>): RequestResult<CreateAppointmentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateAppointmentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/appointments',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Show the hours of the catalogue by subject and module, and what is still too little.
 *
 * Needs the right `S03` of the access matrix. Serves F17 of the plan.
 */
export const showCatalogAudit = <ThrowOnError extends boolean = true>(options: Options<ShowCatalogAuditData, ThrowOnError>): RequestResult<ShowCatalogAuditResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowCatalogAuditResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/catalog-audit',
    ...options
});

/**
 * Open the catalogue to trainees; refused while a subject that somebody teaches has too few hours,
 * naming each.
 *
 * Needs the right `S03` of the access matrix. Serves F17 of the plan.
 */
export const publishCatalog = <ThrowOnError extends boolean = true>(options: Options<PublishCatalogData, ThrowOnError>): RequestResult<PublishCatalogResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<PublishCatalogResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/catalog-publications',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the classes of a project by code, with members taken and size findings.
 *
 * Needs the right `O03` of the access matrix. Serves F08, F09 of the plan.
 */
export const listClasses = <ThrowOnError extends boolean = true>(options: Options<ListClassesData, ThrowOnError>): RequestResult<ListClassesResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListClassesResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/classes',
    ...options
});

/**
 * Form a class of one school, or a joint one with a reason; it starts as a draft.
 *
 * Needs the right `O03` of the access matrix. Serves F08, F09 of the plan.
 */
export const createClass = <ThrowOnError extends boolean = true>(options: Options<CreateClassData, ThrowOnError>): RequestResult<CreateClassResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateClassResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/classes',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the courses of a project; a trainee sees them once the catalogue is published.
 *
 * Needs the right `S03` of the access matrix. Serves F17 of the plan.
 */
export const listCourses = <ThrowOnError extends boolean = true>(options: Options<ListCoursesData, ThrowOnError>): RequestResult<ListCoursesResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListCoursesResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/courses',
    ...options
});

/**
 * Add a course to the catalogue.
 *
 * Needs the right `S03` of the access matrix. Serves F17, F21 of the plan.
 */
export const createCourse = <ThrowOnError extends boolean = true>(options: Options<CreateCourseData, ThrowOnError>): RequestResult<CreateCourseResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateCourseResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/courses',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the part of the roster that one may see.
 *
 * Needs the right `P01` of the access matrix. Serves F05 of the plan.
 */
export const listEnrollments = <ThrowOnError extends boolean = true>(options: Options<ListEnrollmentsData, ThrowOnError>): RequestResult<ListEnrollmentsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListEnrollmentsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/enrollments',
    ...options
});

/**
 * Add a trainee by hand, by the same rules as a file's row.
 *
 * Needs the right `O02` of the access matrix. Serves F05 of the plan.
 */
export const createEnrollment = <ThrowOnError extends boolean = true>(options: Options<CreateEnrollmentData, ThrowOnError>): RequestResult<CreateEnrollmentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateEnrollmentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/enrollments',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Show a place by the trainee number that other systems know it by.
 *
 * Needs the right `P01` of the access matrix. Serves F05, F68 of the plan.
 */
export const showEnrollmentByNumber = <ThrowOnError extends boolean = true>(options: Options<ShowEnrollmentByNumberData, ThrowOnError>): RequestResult<ShowEnrollmentByNumberResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowEnrollmentByNumberResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/enrollments/ext:trainee_no:{trainee_no}',
    ...options
});

/**
 * List where limits of the policy were passed with a reason, the newest first.
 *
 * Needs the right `O03` of the access matrix. Serves F03, F08, F11 of the plan.
 */
export const listExceptions = <ThrowOnError extends boolean = true>(options: Options<ListExceptionsData, ThrowOnError>): RequestResult<ListExceptionsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListExceptionsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/exceptions',
    ...options
});

/**
 * Propose classes and workshops for those who have none yet, and partners for small schools.
 *
 * Needs the right `O04` of the access matrix. Serves F08, F09, F11 of the plan.
 */
export const listFormationProposals = <ThrowOnError extends boolean = true>(options: Options<ListFormationProposalsData, ThrowOnError>): RequestResult<ListFormationProposalsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListFormationProposalsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/formation-proposals',
    ...options
});

/**
 * List the homework tasks of a project, with one's own work for each.
 *
 * Needs the right `W00` of the access matrix. Serves F26 of the plan.
 */
export const listHomeworkTasks = <ThrowOnError extends boolean = true>(options: Options<ListHomeworkTasksData, ThrowOnError>): RequestResult<ListHomeworkTasksResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListHomeworkTasksResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/homework-tasks',
    ...options
});

/**
 * Add a homework task.
 *
 * Needs the right `W00` of the access matrix. Serves F26 of the plan.
 */
export const createHomeworkTask = <ThrowOnError extends boolean = true>(options: Options<CreateHomeworkTaskData, ThrowOnError>): RequestResult<CreateHomeworkTaskResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateHomeworkTaskResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/homework-tasks',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List events as facts, in the order they came in; a provider sees what it delivered.
 *
 * Needs the right `S07` of the access matrix. Serves F21, F22 of the plan.
 */
export const listLearningEvents = <ThrowOnError extends boolean = true>(options: Options<ListLearningEventsData, ThrowOnError>): RequestResult<ListLearningEventsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListLearningEventsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/learning-events',
    ...options
});

/**
 * Take a batch of events in; redelivered and out of order they have the same result.
 *
 * Needs the right `S05` of the access matrix. Serves F21, F22 of the plan.
 */
export const receiveLearningEvents = <ThrowOnError extends boolean = true>(options: Options<ReceiveLearningEventsData, ThrowOnError>): RequestResult<ReceiveLearningEventsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ReceiveLearningEventsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/learning-events',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take final online scores in; the newer of two holds and both are kept.
 *
 * Needs the right `S05` of the access matrix. Serves F21, F25 of the plan.
 */
export const receiveOnlineScores = <ThrowOnError extends boolean = true>(options: Options<ReceiveOnlineScoresData, ThrowOnError>): RequestResult<ReceiveOnlineScoresResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ReceiveOnlineScoresResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/online-scores',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Add a phase; it may be filled step by step until the project is published.
 *
 * Needs the right `O01` of the access matrix. Serves F02 of the plan.
 */
export const createPhase = <ThrowOnError extends boolean = true>(options: Options<CreatePhaseData, ThrowOnError>): RequestResult<CreatePhaseResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreatePhaseResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/phases',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the versions of a project's policy set, the one in force first.
 *
 * Needs the right `O06` of the access matrix. Serves F03 of the plan.
 */
export const listPolicies = <ThrowOnError extends boolean = true>(options: Options<ListPoliciesData, ThrowOnError>): RequestResult<ListPoliciesResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListPoliciesResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/policies',
    ...options
});

/**
 * Add a version of the policy set; earlier versions stay as they were.
 *
 * Needs the right `O06` of the access matrix. Serves F03 of the plan.
 */
export const createPolicy = <ThrowOnError extends boolean = true>(options: Options<CreatePolicyData, ThrowOnError>): RequestResult<CreatePolicyResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreatePolicyResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/policies',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Add a document that the project rests on.
 *
 * Needs the right `O01` of the access matrix. Serves F01 of the plan.
 */
export const createPolicyBasis = <ThrowOnError extends boolean = true>(options: Options<CreatePolicyBasisData, ThrowOnError>): RequestResult<CreatePolicyBasisResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreatePolicyBasisResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/policy-bases',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the scoring rounds of a project, newest first.
 *
 * Needs the right `O01` of the access matrix. Serves F44 of the plan.
 */
export const listPracticeRounds = <ThrowOnError extends boolean = true>(options: Options<ListPracticeRoundsData, ThrowOnError>): RequestResult<ListPracticeRoundsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListPracticeRoundsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/practice-rounds',
    ...options
});

/**
 * Prepare a scoring round; it is a draft until it is opened.
 *
 * Needs the right `F03` of the access matrix. Serves F44 of the plan.
 */
export const createPracticeRound = <ThrowOnError extends boolean = true>(options: Options<CreatePracticeRoundData, ThrowOnError>): RequestResult<CreatePracticeRoundResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreatePracticeRoundResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/practice-rounds',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the practice sheets one reaches, with how far each is.
 *
 * Needs the right `F06` of the access matrix. Serves F44, F45 of the plan.
 */
export const listPracticeSheets = <ThrowOnError extends boolean = true>(options: Options<ListPracticeSheetsData, ThrowOnError>): RequestResult<ListPracticeSheetsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListPracticeSheetsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/practice-sheets',
    ...options
});

/**
 * List how far the trainees of a project are.
 *
 * Needs the right `S07` of the access matrix. Serves F22 of the plan.
 */
export const listProgress = <ThrowOnError extends boolean = true>(options: Options<ListProgressData, ThrowOnError>): RequestResult<ListProgressResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListProgressResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/progress',
    ...options
});

/**
 * Publish a project: every phase binds modules, activities and grade components (s.22).
 *
 * Needs the right `O01` of the access matrix. Serves F01, F02 of the plan.
 */
export const publishProject = <ThrowOnError extends boolean = true>(options: Options<PublishProjectData, ThrowOnError>): RequestResult<PublishProjectResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<PublishProjectResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/publications',
    ...options
});

/**
 * List the runs of a project, newest first.
 *
 * Needs the right `Q02` of the access matrix. Serves F48 of the plan.
 */
export const listQualificationRuns = <ThrowOnError extends boolean = true>(options: Options<ListQualificationRunsData, ThrowOnError>): RequestResult<ListQualificationRunsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListQualificationRunsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/qualification-runs',
    ...options
});

/**
 * Judge everybody who counts by the policy in force; the run is provisional.
 *
 * Needs the right `Q01` of the access matrix. Serves F48 of the plan.
 */
export const createQualificationRun = <ThrowOnError extends boolean = true>(options: Options<CreateQualificationRunData, ThrowOnError>): RequestResult<CreateQualificationRunResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateQualificationRunResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/qualification-runs',
    ...options
});

/**
 * Try every waiting event again, oldest first and at most 5,000 at once.
 *
 * Needs the right `S05` of the access matrix. Serves F21 of the plan.
 */
export const replayQuarantine = <ThrowOnError extends boolean = true>(options: Options<ReplayQuarantineData, ThrowOnError>): RequestResult<ReplayQuarantineResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ReplayQuarantineResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/quarantine-replays',
    ...options
});

/**
 * List what waits in the quarantine, oldest first; a provider sees what it delivered.
 *
 * Needs the right `S07` of the access matrix. Serves F21 of the plan.
 */
export const listQuarantinedEvents = <ThrowOnError extends boolean = true>(options: Options<ListQuarantinedEventsData, ThrowOnError>): RequestResult<ListQuarantinedEventsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListQuarantinedEventsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/quarantined-events',
    ...options
});

/**
 * List how many works may take a step of the ladder, and how many have.
 *
 * Needs the right `W03` of the access matrix. Serves F31 of the plan.
 */
export const listQuotas = <ThrowOnError extends boolean = true>(options: Options<ListQuotasData, ThrowOnError>): RequestResult<ListQuotasResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListQuotasResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/quotas',
    ...options
});

/**
 * List the lists that one drew up oneself, the newest first.
 *
 * Needs the right `R04` of the access matrix. Serves F67 of the plan.
 */
export const listReports = <ThrowOnError extends boolean = true>(options: Options<ListReportsData, ThrowOnError>): RequestResult<ListReportsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListReportsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/reports',
    ...options
});

/**
 * Draw up an official list as a workbook or CSV, of whom one may export.
 *
 * Needs the right `R04` of the access matrix. Serves F67, F49 of the plan.
 */
export const createReport = <ThrowOnError extends boolean = true>(options: Options<CreateReportData, ThrowOnError>): RequestResult<CreateReportResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateReportResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/reports',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Show an official list on the screen, with the same filters as its file.
 *
 * Needs the right `R04` of the access matrix. Serves F67, F49 of the plan.
 */
export const listReportRows = <ThrowOnError extends boolean = true>(options: Options<ListReportRowsData, ThrowOnError>): RequestResult<ListReportRowsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListReportRowsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/reports/{code}/rows',
    ...options
});

/**
 * List what a project's library shows.
 *
 * Needs the right `W11` of the access matrix. Serves F34 of the plan.
 */
export const listResources = <ThrowOnError extends boolean = true>(options: Options<ListResourcesData, ThrowOnError>): RequestResult<ListResourcesResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListResourcesResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/resources',
    ...options
});

/**
 * List the schools of a project with their headcounts, by code.
 *
 * Needs the right `P01` of the access matrix. Serves F04, F05 of the plan.
 */
export const listSchools = <ThrowOnError extends boolean = true>(options: Options<ListSchoolsData, ThrowOnError>): RequestResult<ListSchoolsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListSchoolsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/schools',
    ...options
});

/**
 * List the course plans of a project.
 *
 * Needs the right `S04` of the access matrix. Serves F19 of the plan.
 */
export const listSelections = <ThrowOnError extends boolean = true>(options: Options<ListSelectionsData, ThrowOnError>): RequestResult<ListSelectionsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListSelectionsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/selections',
    ...options
});

/**
 * Show the four rates by school, town, class or workshop, as far as one reaches.
 *
 * Needs the right `R01` of the access matrix. Serves F50, F71 of the plan.
 */
export const showStatistics = <ThrowOnError extends boolean = true>(options: Options<ShowStatisticsData, ThrowOnError>): RequestResult<ShowStatisticsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowStatisticsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/statistics',
    ...options
});

/**
 * Start, close or archive a project.
 *
 * Needs the right `O01` of the access matrix. Serves F01 of the plan.
 */
export const changeProjectStatus = <ThrowOnError extends boolean = true>(options: Options<ChangeProjectStatusData, ThrowOnError>): RequestResult<ChangeProjectStatusResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ChangeProjectStatusResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/status-changes',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List works: a leader's inbox, a school's shelf, the ledger of recommended works.
 *
 * Needs the right `W03` of the access matrix. Serves F26, F27, F29 of the plan.
 */
export const listSubmissions = <ThrowOnError extends boolean = true>(options: Options<ListSubmissionsData, ThrowOnError>): RequestResult<ListSubmissionsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListSubmissionsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/submissions',
    ...options
});

/**
 * List the workshops of a project by code, with members, leader and deputies.
 *
 * Needs the right `O03` of the access matrix. Serves F11 of the plan.
 */
export const listWorkshops = <ThrowOnError extends boolean = true>(options: Options<ListWorkshopsData, ThrowOnError>): RequestResult<ListWorkshopsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListWorkshopsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/workshops',
    ...options
});

/**
 * Open a workshop; a host has at most six and one of each family unless there is a reason.
 *
 * Needs the right `O05` of the access matrix. Serves F11 of the plan.
 */
export const createWorkshop = <ThrowOnError extends boolean = true>(options: Options<CreateWorkshopData, ThrowOnError>): RequestResult<CreateWorkshopResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateWorkshopResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/workshops',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List what was done in a project, the newest first.
 *
 * Needs the right `L01` of the access matrix. Serves F69 of the plan.
 */
export const listAuditEvents = <ThrowOnError extends boolean = true>(options: Options<ListAuditEventsData, ThrowOnError>): RequestResult<ListAuditEventsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListAuditEventsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{project_id}/audit-events',
    ...options
});

/**
 * List a project's API clients.
 *
 * Needs the right `I01` of the access matrix. Serves F68 of the plan.
 */
export const listClients = <ThrowOnError extends boolean = true>(options: Options<ListClientsData, ThrowOnError>): RequestResult<ListClientsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListClientsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{project_id}/clients',
    ...options
});

/**
 * Register an API client.
 *
 * Needs the right `I01` of the access matrix. Serves F68 of the plan.
 */
export const createClient = <ThrowOnError extends boolean = true>(options: Options<CreateClientData, ThrowOnError>): RequestResult<CreateClientResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateClientResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{project_id}/clients',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List a project's imports that the caller may see, the newest first.
 *
 * Needs the right `O02` of the access matrix. Serves F67 of the plan.
 */
export const listImports = <ThrowOnError extends boolean = true>(options: Options<ListImportsData, ThrowOnError>): RequestResult<ListImportsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListImportsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{project_id}/imports',
    ...options
});

/**
 * Take a file in and check it. Nothing is written before its commit.
 *
 * Needs the right `O02` of the access matrix. Serves F67, F05, F17, F19, F25, F44 of the plan.
 */
export const createImport = <ThrowOnError extends boolean = true>(options: Options<CreateImportData, ThrowOnError>): RequestResult<CreateImportResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateImportResponses, unknown, ThrowOnError, 'data'>({
    bodySerializer: null,
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{project_id}/imports',
    ...options,
    headers: {
        'Content-Type': 'application/octet-stream',
        ...options.headers
    }
});

/**
 * Show a run with its figures and what changed since the previous one.
 *
 * Needs the right `Q02` of the access matrix. Serves F48 of the plan.
 */
export const showQualificationRun = <ThrowOnError extends boolean = true>(options: Options<ShowQualificationRunData, ThrowOnError>): RequestResult<ShowQualificationRunResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowQualificationRunResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/qualification-runs/{id}',
    ...options
});

/**
 * Make a published run final when the policy's days of appeal are over and no newer run says
 * something else; certificates get their numbers. Not by whoever started it.
 *
 * Needs the right `Q01` of the access matrix. Serves F48 of the plan.
 */
export const finaliseQualificationRun = <ThrowOnError extends boolean = true>(options: Options<FinaliseQualificationRunData, ThrowOnError>): RequestResult<FinaliseQualificationRunResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<FinaliseQualificationRunResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/qualification-runs/{id}/finalisations',
    ...options
});

/**
 * Confirm a provisional run as the county; everybody sees their result from now on. Not by
 * whoever started it.
 *
 * Needs the right `Q01` of the access matrix. Serves F48 of the plan.
 */
export const publishQualificationRun = <ThrowOnError extends boolean = true>(options: Options<PublishQualificationRunData, ThrowOnError>): RequestResult<PublishQualificationRunResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<PublishQualificationRunResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/qualification-runs/{id}/publications',
    ...options
});

/**
 * List the results of a run, as far as one reaches.
 *
 * Needs the right `Q02` of the access matrix. Serves F48 of the plan.
 */
export const listQualificationResults = <ThrowOnError extends boolean = true>(options: Options<ListQualificationResultsData, ThrowOnError>): RequestResult<ListQualificationResultsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListQualificationResultsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/qualification-runs/{id}/results',
    ...options
});

/**
 * Say whom a parked event meant, or discard it.
 *
 * Needs the right `S05` of the access matrix. Serves F21 of the plan.
 */
export const resolveQuarantinedEvent = <ThrowOnError extends boolean = true>(options: Options<ResolveQuarantinedEventData, ThrowOnError>): RequestResult<ResolveQuarantinedEventResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ResolveQuarantinedEventResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/quarantined-events/{id}/resolutions',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Cancel one's own recommendation; with the last one the work leaves the school's rung.
 *
 * Needs the right `W06` of the access matrix. Serves F29 of the plan.
 */
export const cancelRecommendation = <ThrowOnError extends boolean = true>(options: Options<CancelRecommendationData, ThrowOnError>): RequestResult<CancelRecommendationResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CancelRecommendationResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/recommendations/{id}/cancellations',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Show subjects, stages, modules, themes and workshop families with their names.
 *
 * Open to everybody. Serves F17 of the plan.
 */
export const showReference = <ThrowOnError extends boolean = true>(options?: Options<ShowReferenceData, ThrowOnError>): RequestResult<ShowReferenceResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ShowReferenceResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/v1/reference',
    ...options
});

/**
 * Fetch the file of a list; one with personal data once, within fifteen minutes.
 *
 * Needs the right `R04` of the access matrix. Serves F67 of the plan.
 */
export const downloadReport = <ThrowOnError extends boolean = true>(options: Options<DownloadReportData, ThrowOnError>): RequestResult<DownloadReportResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<DownloadReportResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/reports/{id}/content',
    ...options
});

/**
 * Show a thing of the library: its author and school, its licence, and every recommendation
 * and decision on its way. One that was taken down says why.
 *
 * Needs the right `W11` of the access matrix. Serves F34 of the plan.
 */
export const showResource = <ThrowOnError extends boolean = true>(options: Options<ShowResourceData, ThrowOnError>): RequestResult<ShowResourceResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowResourceResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/resources/{id}',
    ...options
});

/**
 * Take a thing down. From its author this asks the county or the project team to do so.
 *
 * Needs the right `W10` of the access matrix. Serves F34 of the plan.
 */
export const createTakeDown = <ThrowOnError extends boolean = true>(options: Options<CreateTakeDownData, ThrowOnError>): RequestResult<CreateTakeDownResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateTakeDownResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/resources/{id}/take-downs',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Open one's plan in effect for a change; it is handed in again before the deadline.
 *
 * Needs the right `S04` of the access matrix. Serves F19 of the plan.
 */
export const requestSelectionChange = <ThrowOnError extends boolean = true>(options: Options<RequestSelectionChangeData, ThrowOnError>): RequestResult<RequestSelectionChangeResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<RequestSelectionChangeResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/selections/{id}/change-requests',
    ...options
});

/**
 * Open a plan in effect or locked again, as the county or the project team.
 *
 * Needs the right `S04` of the access matrix. Serves F19 of the plan.
 */
export const reopenSelection = <ThrowOnError extends boolean = true>(options: Options<ReopenSelectionData, ThrowOnError>): RequestResult<ReopenSelectionResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ReopenSelectionResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/selections/{id}/reopenings',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Give a plan back to its owner, as the leader of the workshop.
 *
 * Needs the right `S04` of the access matrix. Serves F19 of the plan.
 */
export const returnSelection = <ThrowOnError extends boolean = true>(options: Options<ReturnSelectionData, ThrowOnError>): RequestResult<ReturnSelectionResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ReturnSelectionResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/selections/{id}/returns',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Hand the plan in. A complete one is in effect at once and its hours are frozen.
 *
 * Needs the right `S04` of the access matrix. Serves F19 of the plan.
 */
export const submitSelection = <ThrowOnError extends boolean = true>(options: Options<SubmitSelectionData, ThrowOnError>): RequestResult<SubmitSelectionResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<SubmitSelectionResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/selections/{id}/submittals',
    ...options
});

/**
 * List where one is signed in.
 *
 * Needs the right `A01` of the access matrix. Serves F06 of the plan.
 */
export const listSessions = <ThrowOnError extends boolean = true>(options?: Options<ListSessionsData, ThrowOnError>): RequestResult<ListSessionsResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ListSessionsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/sessions',
    ...options
});

/**
 * Sign in. An account has five sessions at most: one more ends the oldest.
 *
 * Open to everybody. Serves F06 of the plan.
 */
export const createSession = <ThrowOnError extends boolean = true>(options: Options<CreateSessionData, ThrowOnError>): RequestResult<CreateSessionResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CreateSessionResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/v1/sessions',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Sign out here.
 *
 * Needs the right `A01` of the access matrix. Serves F06 of the plan.
 */
export const signOut = <ThrowOnError extends boolean = true>(options?: Options<SignOutData, ThrowOnError>): RequestResult<SignOutResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).delete<SignOutResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/sessions/current',
    ...options
});

/**
 * Give the password again; for five minutes what needs a fresh sign-in may be done.
 *
 * Needs the right `A01` of the access matrix. Serves F06 of the plan.
 */
export const confirmSession = <ThrowOnError extends boolean = true>(options: Options<ConfirmSessionData, ThrowOnError>): RequestResult<ConfirmSessionResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ConfirmSessionResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/sessions/current/confirmations',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Renew the access token by the refresh cookie.
 *
 * Open to everybody. Serves F06 of the plan.
 */
export const refreshSession = <ThrowOnError extends boolean = true>(options?: Options<RefreshSessionData, ThrowOnError>): RequestResult<RefreshSessionResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).post<RefreshSessionResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/v1/sessions/refresh',
    ...options
});

/**
 * End one of one's own sessions.
 *
 * Needs the right `A01` of the access matrix. Serves F06 of the plan.
 */
export const removeSession = <ThrowOnError extends boolean = true>(options: Options<RemoveSessionData, ThrowOnError>): RequestResult<RemoveSessionResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).delete<RemoveSessionResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/sessions/{id}',
    ...options
});

/**
 * Show a work with its versions, reviews, recommendations, quota and what may be done now.
 *
 * Needs the right `W03` of the access matrix. Serves F26, F27, F29, F31 of the plan.
 */
export const showSubmission = <ThrowOnError extends boolean = true>(options: Options<ShowSubmissionData, ThrowOnError>): RequestResult<ShowSubmissionResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowSubmissionResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}',
    ...options
});

/**
 * Agree that one's work leaves the school, or take that back.
 *
 * Needs the right `W02` of the access matrix. Serves F31 of the plan.
 */
export const changeSubmissionConsent = <ThrowOnError extends boolean = true>(options: Options<ChangeSubmissionConsentData, ThrowOnError>): RequestResult<ChangeSubmissionConsentResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).put<ChangeSubmissionConsentResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/consent',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Decide that a work goes no higher; the author reads why.
 *
 * Needs the right `W07` of the access matrix. Serves F31, F32 of the plan.
 */
export const declineHomework = <ThrowOnError extends boolean = true>(options: Options<DeclineHomeworkData, ThrowOnError>): RequestResult<DeclineHomeworkResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<DeclineHomeworkResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/declines',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Throw a draft away; a work that was never handed in goes with it.
 *
 * Needs the right `W01` of the access matrix. Serves F26 of the plan.
 */
export const removeSubmissionDraft = <ThrowOnError extends boolean = true>(options: Options<RemoveSubmissionDraftData, ThrowOnError>): RequestResult<RemoveSubmissionDraftResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).delete<RemoveSubmissionDraftResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/draft',
    ...options
});

/**
 * Save a draft over the version one saw; of two editors the second is told so.
 *
 * Needs the right `W01` of the access matrix. Serves F26, F30 of the plan.
 */
export const saveSubmissionDraft = <ThrowOnError extends boolean = true>(options: Options<SaveSubmissionDraftData, ThrowOnError>): RequestResult<SaveSubmissionDraftResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).put<SaveSubmissionDraftResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/draft',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Call experts to judge an exhibit: at least two, none of the author's school, none who
 * recommended, reviewed or polished it before.
 *
 * Needs the right `W09` of the access matrix. Serves F32 of the plan.
 */
export const assignExperts = <ThrowOnError extends boolean = true>(options: Options<AssignExpertsData, ThrowOnError>): RequestResult<AssignExpertsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<AssignExpertsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/expert-assignments',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * List the experts who could judge an exhibit, the least busy first.
 *
 * Needs the right `W09` of the access matrix. Serves F32 of the plan.
 */
export const listExpertCandidates = <ThrowOnError extends boolean = true>(options: Options<ListExpertCandidatesData, ThrowOnError>): RequestResult<ListExpertCandidatesResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListExpertCandidatesResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/expert-candidates',
    ...options
});

/**
 * Show what became of a work: every hand, decision and reason, oldest first.
 *
 * Needs the right `W03` of the access matrix. Serves F26, F29 of the plan.
 */
export const listSubmissionHistory = <ThrowOnError extends boolean = true>(options: Options<ListSubmissionHistoryData, ThrowOnError>): RequestResult<ListSubmissionHistoryResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListSubmissionHistoryResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/history',
    ...options
});

/**
 * Open a polishing round: name a team, and what it is to do until when.
 *
 * Needs the right `W07` of the access matrix. Serves F30 of the plan.
 */
export const polishHomework = <ThrowOnError extends boolean = true>(options: Options<PolishHomeworkData, ThrowOnError>): RequestResult<PolishHomeworkResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<PolishHomeworkResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/polishing-rounds',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Publish a settled exhibit in the library; the way it came stays with it.
 *
 * Needs the right `W10` of the access matrix. Serves F34 of the plan.
 */
export const publishHomework = <ThrowOnError extends boolean = true>(options: Options<PublishHomeworkData, ThrowOnError>): RequestResult<PublishHomeworkResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<PublishHomeworkResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/publications',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Accept a work for the school and push it to the region, within the school's quota.
 *
 * Needs the right `W07` of the access matrix. Serves F31 of the plan.
 */
export const pushHomework = <ThrowOnError extends boolean = true>(options: Options<PushHomeworkData, ThrowOnError>): RequestResult<PushHomeworkResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<PushHomeworkResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/pushes',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Recommend a work to its school; the first recommendation moves it there.
 *
 * Needs the right `W06` of the access matrix. Serves F29 of the plan.
 */
export const recommendHomework = <ThrowOnError extends boolean = true>(options: Options<RecommendHomeworkData, ThrowOnError>): RequestResult<RecommendHomeworkResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<RecommendHomeworkResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/recommendations',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Recommend a work of the region for the exhibition, as a subject expert.
 *
 * Needs the right `W08` of the access matrix. Serves F31 of the plan.
 */
export const recommendRegionally = <ThrowOnError extends boolean = true>(options: Options<RecommendRegionallyData, ThrowOnError>): RequestResult<RecommendRegionallyResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<RecommendRegionallyResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/regional-recommendations',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Return a work to its author, or from the region to the school, for revision.
 *
 * Needs the right `W04` of the access matrix. Serves F27 of the plan.
 */
export const returnHomework = <ThrowOnError extends boolean = true>(options: Options<ReturnHomeworkData, ThrowOnError>): RequestResult<ReturnHomeworkResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ReturnHomeworkResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/returns',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Comment on a version of a work, or mark it.
 *
 * Needs the right `W05` of the access matrix. Serves F27 of the plan.
 */
export const reviewHomework = <ThrowOnError extends boolean = true>(options: Options<ReviewHomeworkData, ThrowOnError>): RequestResult<ReviewHomeworkResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<ReviewHomeworkResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/reviews',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Hand in the draft as the next version, which never changes again.
 *
 * Needs the right `W02` of the access matrix. Serves F26, F30 of the plan.
 */
export const submitHomework = <ThrowOnError extends boolean = true>(options: Options<SubmitHomeworkData, ThrowOnError>): RequestResult<SubmitHomeworkResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<SubmitHomeworkResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/versions',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Show one version of a work as it was handed in.
 *
 * Needs the right `W03` of the access matrix. Serves F26 of the plan.
 */
export const showSubmissionVersion = <ThrowOnError extends boolean = true>(options: Options<ShowSubmissionVersionData, ThrowOnError>): RequestResult<ShowSubmissionVersionResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowSubmissionVersionResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/versions/{number}',
    ...options
});

/**
 * Veto a regional recommendation for the county.
 *
 * Needs the right `W08` of the access matrix. Serves F31 of the plan.
 */
export const vetoHomework = <ThrowOnError extends boolean = true>(options: Options<VetoHomeworkData, ThrowOnError>): RequestResult<VetoHomeworkResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<VetoHomeworkResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/vetoes',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take one's own work back; its place in a quota is free again and its history stays.
 *
 * Needs the right `W02` of the access matrix. Serves F26 of the plan.
 */
export const withdrawHomework = <ThrowOnError extends boolean = true>(options: Options<WithdrawHomeworkData, ThrowOnError>): RequestResult<WithdrawHomeworkResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<WithdrawHomeworkResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/submissions/{id}/withdrawals',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Remove a workshop in which no work was handed in; its members become free.
 *
 * Needs the right `O05` of the access matrix. Serves F11 of the plan.
 */
export const removeWorkshop = <ThrowOnError extends boolean = true>(options: Options<RemoveWorkshopData, ThrowOnError>): RequestResult<RemoveWorkshopResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).delete<RemoveWorkshopResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/workshops/{id}',
    ...options
});

/**
 * Show a workshop.
 *
 * Needs the right `O03` of the access matrix. Serves F11, F56 of the plan.
 */
export const showWorkshop = <ThrowOnError extends boolean = true>(options: Options<ShowWorkshopData, ThrowOnError>): RequestResult<ShowWorkshopResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowWorkshopResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/workshops/{id}',
    ...options
});

/**
 * Rename a workshop.
 *
 * Needs the right `O05` of the access matrix. Serves F11 of the plan.
 */
export const changeWorkshop = <ThrowOnError extends boolean = true>(options: Options<ChangeWorkshopData, ThrowOnError>): RequestResult<ChangeWorkshopResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).patch<ChangeWorkshopResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/workshops/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Add a deputy leader to a workshop.
 *
 * Needs the right `O05` of the access matrix. Serves F11, F06 of the plan.
 */
export const appointWorkshopDeputy = <ThrowOnError extends boolean = true>(options: Options<AppointWorkshopDeputyData, ThrowOnError>): RequestResult<AppointWorkshopDeputyResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<AppointWorkshopDeputyResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/workshops/{id}/deputies',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * End the appointment of a deputy leader.
 *
 * Needs the right `O05` of the access matrix. Serves F11, F06 of the plan.
 */
export const dismissWorkshopDeputy = <ThrowOnError extends boolean = true>(options: Options<DismissWorkshopDeputyData, ThrowOnError>): RequestResult<DismissWorkshopDeputyResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).delete<DismissWorkshopDeputyResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/workshops/{id}/deputies/{person_id}',
    ...options
});

/**
 * Make somebody the leader of a workshop; the right exists within a second.
 *
 * Needs the right `O05` of the access matrix. Serves F11, F06 of the plan.
 */
export const appointWorkshopLeader = <ThrowOnError extends boolean = true>(options: Options<AppointWorkshopLeaderData, ThrowOnError>): RequestResult<AppointWorkshopLeaderResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).put<AppointWorkshopLeaderResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/workshops/{id}/leader',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Put trainees into a workshop, each with an own answer; the subject has to suit the family.
 *
 * Needs the right `O05` of the access matrix. Serves F11 of the plan.
 */
export const addWorkshopMembers = <ThrowOnError extends boolean = true>(options: Options<AddWorkshopMembersData, ThrowOnError>): RequestResult<AddWorkshopMembersResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<AddWorkshopMembersResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/workshops/{id}/members',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take a trainee out of a workshop.
 *
 * Needs the right `O05` of the access matrix. Serves F11 of the plan.
 */
export const removeWorkshopMember = <ThrowOnError extends boolean = true>(options: Options<RemoveWorkshopMemberData, ThrowOnError>): RequestResult<RemoveWorkshopMemberResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).delete<RemoveWorkshopMemberResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/workshops/{id}/members/{enrollment_id}',
    ...options
});

/**
 * The same, by its usual name.
 *
 * Open to everybody. Serves F65 of the plan.
 */
export const showHealth = <ThrowOnError extends boolean = true>(options?: Options<ShowHealthData, ThrowOnError>): RequestResult<ShowHealthResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ShowHealthResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/healthz',
    ...options
});

/**
 * Whether the process runs; asks nothing else.
 *
 * Open to everybody. Serves F65 of the plan.
 */
export const showLiveness = <ThrowOnError extends boolean = true>(options?: Options<ShowLivenessData, ThrowOnError>): RequestResult<ShowLivenessResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ShowLivenessResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/livez',
    ...options
});

/**
 * Whether requests can be served: the database takes writes and nobody asked to stop.
 *
 * Open to everybody. Serves F65 of the plan.
 */
export const showReadiness = <ThrowOnError extends boolean = true>(options?: Options<ShowReadinessData, ThrowOnError>): RequestResult<ShowReadinessResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ShowReadinessResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/readyz',
    ...options
});

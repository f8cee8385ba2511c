// Generated from openapi/openapi.json by `npm run generate`; do not edit.

import { type Client, type ClientMeta, type Options as Options2, type RequestResult, type TDataShape, urlSearchParamsBodySerializer } from './client';
import { client } from './client.gen';
import type { ActivateAccountData, ActivateAccountResponses, ChangePasswordData, ChangePasswordResponses, CheckActivationData, CheckActivationResponses, ChooseAppointmentData, ChooseAppointmentResponses, CommitImportData, CommitImportResponses, ConfirmSessionData, ConfirmSessionResponses, CreateClientData, CreateClientResponses, CreateImportData, CreateImportResponses, CreatePolicyData, CreatePolicyResponses, CreateSessionData, CreateSessionResponses, DisableClientData, DisableClientResponses, IssueTokenData, IssueTokenResponses, ListClientsData, ListClientsResponses, ListImportRowsData, ListImportRowsResponses, ListImportsData, ListImportsResponses, ListPoliciesData, ListPoliciesResponses, ListProjectsData, ListProjectsResponses, ListSessionsData, ListSessionsResponses, RefreshSessionData, RefreshSessionResponses, RemoveSessionData, RemoveSessionResponses, RotateClientSecretData, RotateClientSecretResponses, ShowHealthData, ShowHealthResponses, ShowImportData, ShowImportErrorsData, ShowImportErrorsResponses, ShowImportResponses, ShowImportTemplateData, ShowImportTemplateResponses, ShowLivenessData, ShowLivenessResponses, ShowMeData, ShowMeResponses, ShowProjectData, ShowProjectResponses, ShowReadinessData, ShowReadinessResponses, SignOutData, SignOutResponses, UndoImportData, UndoImportResponses } from './types.gen';

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
 * Disable a client for good.
 */
export const disableClient = <ThrowOnError extends boolean = true>(options: Options<DisableClientData, ThrowOnError>): RequestResult<DisableClientResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).delete<DisableClientResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/clients/{id}',
    ...options
});

/**
 * Give a client a new secret; the newest earlier one works for a week more.
 */
export const rotateClientSecret = <ThrowOnError extends boolean = true>(options: Options<RotateClientSecretData, ThrowOnError>): RequestResult<RotateClientSecretResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<RotateClientSecretResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/clients/{id}/secrets',
    ...options
});

/**
 * Download an empty workbook to fill in, with dictionary sheets and text-typed columns.
 */
export const showImportTemplate = <ThrowOnError extends boolean = true>(options: Options<ShowImportTemplateData, ThrowOnError>): RequestResult<ShowImportTemplateResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowImportTemplateResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/import-templates/{kind}',
    ...options
});

/**
 * Show how an import stands.
 */
export const showImport = <ThrowOnError extends boolean = true>(options: Options<ShowImportData, ThrowOnError>): RequestResult<ShowImportResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowImportResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/imports/{id}',
    ...options
});

/**
 * Write exactly what was checked, or refuse because the data changed since.
 */
export const commitImport = <ThrowOnError extends boolean = true>(options: Options<CommitImportData, ThrowOnError>): RequestResult<CommitImportResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<CommitImportResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/imports/{id}/commit',
    ...options
});

/**
 * Download the rejected rows with the reasons in a last column.
 */
export const showImportErrors = <ThrowOnError extends boolean = true>(options: Options<ShowImportErrorsData, ThrowOnError>): RequestResult<ShowImportErrorsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowImportErrorsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/imports/{id}/errors.xlsx',
    ...options
});

/**
 * List the verdicts on a file's rows, in the order of the file.
 */
export const listImportRows = <ThrowOnError extends boolean = true>(options: Options<ListImportRowsData, ThrowOnError>): RequestResult<ListImportRowsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListImportRowsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/imports/{id}/rows',
    ...options
});

/**
 * Take a commit back while nothing depends on it.
 */
export const undoImport = <ThrowOnError extends boolean = true>(options: Options<UndoImportData, ThrowOnError>): RequestResult<UndoImportResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).post<UndoImportResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/imports/{id}/undo',
    ...options
});

/**
 * Show who one is and which roles one holds.
 */
export const showMe = <ThrowOnError extends boolean = true>(options?: Options<ShowMeData, ThrowOnError>): RequestResult<ShowMeResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ShowMeResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/me',
    ...options
});

/**
 * Choose the role one acts in.
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
 * Change one's password; every other session of the account ends.
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
 * Get an access token for an API client.
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
 * List the projects one has a part in.
 */
export const listProjects = <ThrowOnError extends boolean = true>(options?: Options<ListProjectsData, ThrowOnError>): RequestResult<ListProjectsResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ListProjectsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects',
    ...options
});

/**
 * Show a project with its bases, phases and headcount.
 */
export const showProject = <ThrowOnError extends boolean = true>(options: Options<ShowProjectData, ThrowOnError>): RequestResult<ShowProjectResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ShowProjectResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}',
    ...options
});

/**
 * List the versions of a project's policy set, the one in force first.
 */
export const listPolicies = <ThrowOnError extends boolean = true>(options: Options<ListPoliciesData, ThrowOnError>): RequestResult<ListPoliciesResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListPoliciesResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{id}/policies',
    ...options
});

/**
 * Add a version of the policy set; earlier versions stay as they were.
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
 * List a project's API clients.
 */
export const listClients = <ThrowOnError extends boolean = true>(options: Options<ListClientsData, ThrowOnError>): RequestResult<ListClientsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListClientsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{project_id}/clients',
    ...options
});

/**
 * Register an API client.
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
 * List a project's imports, the newest first.
 */
export const listImports = <ThrowOnError extends boolean = true>(options: Options<ListImportsData, ThrowOnError>): RequestResult<ListImportsResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).get<ListImportsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/projects/{project_id}/imports',
    ...options
});

/**
 * Take a file in and check it. Nothing is written before its commit.
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
 * List where one is signed in.
 */
export const listSessions = <ThrowOnError extends boolean = true>(options?: Options<ListSessionsData, ThrowOnError>): RequestResult<ListSessionsResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ListSessionsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/sessions',
    ...options
});

/**
 * Sign in.
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
 */
export const signOut = <ThrowOnError extends boolean = true>(options?: Options<SignOutData, ThrowOnError>): RequestResult<SignOutResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).delete<SignOutResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/sessions/current',
    ...options
});

/**
 * Give the password again; for five minutes what needs a fresh sign-in may be done.
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
 */
export const refreshSession = <ThrowOnError extends boolean = true>(options?: Options<RefreshSessionData, ThrowOnError>): RequestResult<RefreshSessionResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).post<RefreshSessionResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/v1/sessions/refresh',
    ...options
});

/**
 * End one of one's own sessions.
 */
export const removeSession = <ThrowOnError extends boolean = true>(options: Options<RemoveSessionData, ThrowOnError>): RequestResult<RemoveSessionResponses, unknown, ThrowOnError, 'data'> => (options.client ?? client).delete<RemoveSessionResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/api/v1/sessions/{id}',
    ...options
});

/**
 * The same, by its usual name.
 */
export const showHealth = <ThrowOnError extends boolean = true>(options?: Options<ShowHealthData, ThrowOnError>): RequestResult<ShowHealthResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ShowHealthResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/healthz',
    ...options
});

/**
 * Whether the process runs; asks nothing else.
 */
export const showLiveness = <ThrowOnError extends boolean = true>(options?: Options<ShowLivenessData, ThrowOnError>): RequestResult<ShowLivenessResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ShowLivenessResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/livez',
    ...options
});

/**
 * Whether requests can be served: the database takes writes and nobody asked to stop.
 */
export const showReadiness = <ThrowOnError extends boolean = true>(options?: Options<ShowReadinessData, ThrowOnError>): RequestResult<ShowReadinessResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ShowReadinessResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/readyz',
    ...options
});

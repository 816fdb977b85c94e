/** A GitHub on this machine: it takes only what GitHub's published description allows, and answers as a test wants it to. */
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { root } from './paths.ts';

type Json = { readonly [name: string]: unknown };

/** The part of GitHub's description that tells of pull requests. */
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly examples: Json; readonly parameters: Readonly<Record<string, Parameter>> };
}

interface Operation {
  readonly parameters: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Json } } };
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly schema: Json;
}

const PULLS = '/repos/{owner}/{repo}/pulls';

let described: { description: Description; ajv: Ajv } | undefined;

/** The description is 13 MB, so it is read once, and only this one of the many in its package. */
function read() {
  if (described) return described;
  const file = path.join(root, 'node_modules/@octokit/openapi/generated/api.github.com.json');
  const description = JSON.parse(readFileSync(file, 'utf8')) as Description;
  // OpenAPI 3.0 has keywords and formats of its own, which say nothing of what is valid here.
  const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false, allErrors: true });
  ajv.addSchema({ $id: 'github', components: description.components });
  described = { description, ajv };
  return described;
}

function check(validate: ValidateFunction, value: unknown, what: string): void {
  assert.ok(validate(value), `${what}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
}

/** Fails unless GitHub describes the request just so; fields and parameters that it does not know included. */
function checkRequest({ method = '', url = '', headers }: IncomingMessage, prefix: string, body: string): void {
  const { description, ajv } = read();
  const { pathname, searchParams } = new URL(url, 'http://host');
  assert.match(pathname, new RegExp(`^${prefix}/repos/[\\w.-]+/[\\w.-]+/pulls$`));
  assert.equal(headers.accept, 'application/vnd.github+json');
  assert.match(headers.authorization ?? '', /^Bearer \S+$/);
  assert.equal(headers['x-github-api-version'], '2022-11-28');
  assert.ok(headers['user-agent']);
  const operation = description.paths[PULLS]?.[method.toLowerCase()];
  assert.ok(operation, `${method} is not described`);
  const { parameters } = description.components;
  const known = operation.parameters.map((each) =>
    '$ref' in each ? parameters[each.$ref.split('/').at(-1) ?? ''] : each,
  );
  for (const [name, value] of searchParams) {
    const parameter = known.find((each) => each?.name === name && each.in === 'query');
    assert.ok(parameter, `${name} is no parameter`);
    const typed = parameter.schema.type === 'integer' ? Number(value) : value;
    check(ajv.compile(parameter.schema), typed, name);
  }
  const schema = operation.requestBody?.content['application/json'].schema;
  if (!schema) {
    assert.equal(body, '');
    return;
  }
  assert.equal(headers['content-type'], 'application/json');
  check(ajv.compile({ ...schema, additionalProperties: false }), JSON.parse(body), 'body');
}

/** GitHub's own example of a pull request, checked against its schema, with what the test wants of it. */
export function examplePullRequest(fields: Json = {}): Json {
  const { description, ajv } = read();
  const { value } = description.components.examples['pull-request'] as { value: Json };
  // The example's team lacks what the schema of teams has come to require.
  const example = { ...value, requested_teams: [], ...fields };
  check(ajv.compile({ $ref: 'github#/components/schemas/pull-request' }), example, 'answer');
  return example;
}

/** GitHub's answer to what it cannot process, checked against its schema. */
export function exampleRefusal(errors: readonly unknown[], message = 'Validation Failed'): Json {
  const { ajv } = read();
  const example = { message, errors, documentation_url: 'https://docs.github.com/rest', status: '422' };
  check(ajv.compile({ $ref: 'github#/components/schemas/validation-error' }), example, 'answer');
  return example;
}

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly token: string | undefined;
  readonly body: Json | undefined;
}

type Handler = (response: ServerResponse, request: Received) => void;

export interface GitHubServer {
  /** The root of its API. */
  readonly api: string;
  readonly received: readonly Received[];
  /** How the requests to come are answered, one after the other, the last as often as needed. */
  answer(...handlers: Handler[]): void;
  close(): Promise<void>;
}

/** An answer of JSON. */
export const json =
  (status: number, value: unknown, headers: Record<string, string> = {}): Handler =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(JSON.stringify(value));
  };

/** Starts one, below `prefix` as an Enterprise Server's API is. What is wrong with a request is the test's failure on closing. */
export async function openGitHub(prefix = ''): Promise<GitHubServer> {
  const received: Received[] = [];
  const wrong: unknown[] = [];
  let handlers: Handler[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    try {
      checkRequest(request, prefix, body);
    } catch (error) {
      wrong.push(error);
    }
    const { method = '', url = '', headers } = request;
    const one = {
      method,
      url,
      token: headers.authorization?.slice(7),
      body: body ? (JSON.parse(body) as Json) : undefined,
    };
    received.push(one);
    const handler = handlers.length > 1 ? handlers.shift() : handlers[0];
    handler?.(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    api: `http://127.0.0.1:${port}${prefix}`,
    received,
    answer: (...all) => {
      handlers = all;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (wrong.length > 0) throw wrong[0];
    },
  };
}

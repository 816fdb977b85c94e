/** Comments beside code: their threads, authors and words may be foreign. */
import * as vscode from 'vscode';
import type { Markdown } from './documents.ts';
import type { Plain } from './words.ts';

/** A comment as it is read; while somebody edits it, its body is the text as it is written. */
export type Comment = Omit<vscode.Comment, 'body' | 'mode' | 'author' | 'label' | 'reactions'> & {
  readonly author: { readonly name: Plain };
  readonly label?: Plain;
} & (
    | { readonly mode: vscode.CommentMode.Preview; readonly body: Markdown }
    | { readonly mode: vscode.CommentMode.Editing; body: string }
  );

export type CommentThread = Omit<vscode.CommentThread, 'label' | 'comments'> & {
  label?: Plain;
  comments: readonly Comment[];
};

export type CommentController = Omit<vscode.CommentController, 'createCommentThread'> & {
  /** A thread without comments as yet; it is about the file as a whole once its range is taken away. */
  createCommentThread(uri: vscode.Uri, range: vscode.Range, comments: readonly Comment[]): CommentThread;
};

export const createCommentController = (id: string, label: string): CommentController =>
  vscode.comments.createCommentController(id, label) as CommentController;

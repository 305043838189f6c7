/**
 * A stand-in for Google Drive v3 over HTTP: what Google's client library sends is answered as Drive
 * would answer it, wrong requests are refused as Drive would refuse them, and a scripted {@link
 * dev.deckmill.fakedrive.fault.FaultPlan} makes any call fail in the ways that networks and Drive
 * fail.
 *
 * <p>Here: ids, folders, search, resumable uploads, permissions, shared drives, the token endpoint,
 * an inspection page. Not here: revisions, exports, change feeds, multipart uploads, real accounts.
 * Tests embed {@link dev.deckmill.fakedrive.FakeDrive}; all-in-one starts {@link
 * dev.deckmill.fakedrive.FakeDriveMain} as a process. Nothing of Deckmill is needed to use it.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.fakedrive;

/**
 * How the tables of schema {@code api} are reached. Only the rooms of {@code store} speak SQL.
 *
 * <p>A caller gets a {@link dev.deckmill.service.sql.Tx} from {@link
 * dev.deckmill.api.store.sql.AppDatabase} (one tenant, seen through row-level security) or from
 * {@link dev.deckmill.api.store.sql.WorkerDatabase} (every tenant) and hands it to the stores; what
 * belongs together is written with one Tx. Stores take and give records, never rows.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.store.sql;

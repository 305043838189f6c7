package dev.deckmill.api.store.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

/** API keys by their hash. */
@Singleton
public final class KeyRows implements PanacheRepositoryBase<KeyRow, byte[]> {}

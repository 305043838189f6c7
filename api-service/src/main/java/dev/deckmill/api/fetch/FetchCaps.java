package dev.deckmill.api.fetch;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** How many pages are fetched at a time: from a host, for a tenant, by this process. */
final class FetchCaps {
  /** A place to fetch in; closing gives it back. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /** The places of one host or tenant, known as long as anybody has or wants one. */
  private static final class Counted {
    final Semaphore places;
    int interested;

    Counted(int places) {
      this.places = new Semaphore(places, true);
    }
  }

  private final Map<String, Counted> known = new HashMap<>();
  private final int perHost;
  private final int perTenant;
  private final int perNode;
  private final Semaphore node;

  FetchCaps(int perHost, int perTenant, int perNode) {
    this.perHost = perHost;
    this.perTenant = perTenant;
    this.perNode = perNode;
    this.node = new Semaphore(perNode, true);
  }

  /** Waits for a place; who waits for a host keeps nobody from another. */
  Place take(String host, String tenant) throws InterruptedException {
    return take(host, tenant, 1);
  }

  /** Waits for all the places of this process. */
  Place takeAlone(String host, String tenant) throws InterruptedException {
    return take(host, tenant, perNode);
  }

  private Place take(String host, String tenant, int places) throws InterruptedException {
    String hostKey = "host " + host;
    String tenantKey = "tenant " + tenant;
    acquire(hostKey, perHost);
    try {
      acquire(tenantKey, perTenant);
    } catch (InterruptedException e) {
      release(hostKey);
      throw e;
    }
    try {
      node.acquire(places);
    } catch (InterruptedException e) {
      release(tenantKey);
      release(hostKey);
      throw e;
    }
    return () -> {
      node.release(places);
      release(tenantKey);
      release(hostKey);
    };
  }

  private void acquire(String key, int places) throws InterruptedException {
    Counted counted;
    synchronized (known) {
      counted = known.computeIfAbsent(key, unknown -> new Counted(places));
      counted.interested++;
    }
    try {
      counted.places.acquire();
    } catch (InterruptedException e) {
      forget(key, counted);
      throw e;
    }
  }

  private void release(String key) {
    Counted counted;
    synchronized (known) {
      counted = java.util.Objects.requireNonNull(known.get(key), key);
    }
    counted.places.release();
    forget(key, counted);
  }

  private void forget(String key, Counted counted) {
    synchronized (known) {
      counted.interested--;
      if (counted.interested == 0) {
        known.remove(key);
      }
    }
  }
}

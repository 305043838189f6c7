package dev.deckmill.api.testing;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;

/** A blob store whose disk takes its time: nothing is written until a test lets it go on. */
public final class BlockedBlobs implements BlobStore {
  private final BlobStore disk;
  private final CountDownLatch writing = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  public BlockedBlobs(BlobStore disk) {
    this.disk = disk;
  }

  /** Waits until somebody writes. */
  public void awaitWriting() throws InterruptedException {
    writing.await();
  }

  /** Has the disk go on. */
  public void goOn() {
    goOn.countDown();
  }

  @Override
  public BlobWriter create(String key, Durability durability) throws IOException {
    writing.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("nobody interrupts a disk");
    }
    return disk.create(key, durability);
  }

  @Override
  public InputStream open(BlobRef ref) throws IOException {
    return disk.open(ref);
  }

  @Override
  public void delete(String key) throws IOException {
    disk.delete(key);
  }

  @Override
  public void deleteAll(String prefix) throws IOException {
    disk.deleteAll(prefix);
  }
}

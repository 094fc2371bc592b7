package io.github.dualprevention.adapters.jackson;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.reporting.Receipt;
import io.github.dualprevention.reporting.ReportEnvelope;
import io.github.dualprevention.reporting.ReportTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * Puts each report into a folder as a file {@code <id>.json}, for whoever fetches files there.
 *
 * <p>A file has its final name only when it is complete and on the disk; it is never changed
 * afterwards, and any number of processes may write into one folder. What a process leaves behind
 * when it dies is named {@code <id>.<n>.tmp} and disturbs nobody; it may be removed when no process
 * is writing. Where the file system knows no links, a file {@code .lock} keeps processes apart.
 */
public final class FolderTransport implements ReportTransport {

  private static final Rule TAKEN =
      Rule.of(
          "reporting.id.taken",
          "编号“{id}”已用于另一份内容不同的报告",
          "the id {id} is taken by another document");

  private final Path folder;
  private final InstantSource clock;
  private final boolean links;

  /**
   * A transport into a folder.
   *
   * @param folder an existing folder, which holds nothing else
   * @param clock tells when something was accepted
   */
  public FolderTransport(Path folder, InstantSource clock) {
    this(folder, clock, true);
  }

  /** With {@code links} false as on a file system that knows none. */
  FolderTransport(Path folder, InstantSource clock, boolean links) {
    this.folder = Require.notNull(folder, "folder");
    Require.require(Files.isDirectory(folder), "folder", "must be an existing folder", folder);
    this.clock = Require.notNull(clock, "clock");
    this.links = links;
  }

  /**
   * Writes an envelope into the folder.
   *
   * @param envelope what is reported
   * @return accepted under the file's name, once the file is on the disk; rejected with the code
   *     {@code reporting.id.taken} if the file is there with other content
   * @throws UncheckedIOException if the folder cannot be read or written; whether the file is there
   *     is then not known
   * @throws java.nio.channels.OverlappingFileLockException if the file system knows no links and
   *     another transport of this process is writing into the folder; likewise not known
   */
  @Override
  public Receipt send(ReportEnvelope envelope) {
    byte[] document = EnvelopeDocument.write(envelope).getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve(envelope.id() + ".json");
    try {
      if (!Files.exists(file)) {
        write(document, envelope.id(), file);
      }
      if (!Arrays.equals(Files.readAllBytes(file), document)) {
        return new Receipt.Rejected(
            TAKEN.code(), TAKEN.broken("id", envelope.id()).message().toString());
      }
      forceFolder();
      return new Receipt.Accepted(file.getFileName().toString(), clock.instant());
    } catch (IOException unknown) {
      throw new UncheckedIOException("cannot write " + file, unknown);
    }
  }

  /** Afterwards the file is there, complete: this document, or one that was faster. */
  private void write(byte[] document, String id, Path file) throws IOException {
    Path draft = draft(id);
    boolean moved = false;
    try {
      fill(draft, document);
      moved = !(links && link(draft, file)) && move(draft, file);
    } finally {
      if (!moved) { // the name of a draft that moved away may be another's by now
        Files.deleteIfExists(draft);
      }
    }
  }

  private Path draft(String id) throws IOException {
    for (long n = 0; ; n++) {
      try {
        return Files.createFile(folder.resolve(id + "." + n + ".tmp"));
      } catch (FileAlreadyExistsException taken) {
        continue; // by another process, or left behind by one that died
      }
    }
  }

  private static void fill(Path draft, byte[] document) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(document);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** A link, unlike a move, never takes the place of a file. False if there are no links here. */
  private static boolean link(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
      return true;
    } catch (FileAlreadyExistsException faster) {
      return true;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      return false;
    }
  }

  /**
   * One at a time: threads by the monitor, processes by the lock, which ends with its process.
   * False if the file was there.
   */
  private synchronized boolean move(Path draft, Path file) throws IOException {
    try (FileChannel lock =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock.lock(); // another transport of this process holds it: thrown, and so tried again later
      if (Files.exists(file)) {
        return false;
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      return true;
    }
  }

  /** A file survives a power failure only together with its name. */
  private void forceFolder() throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) { // elsewhere folders cannot be opened, and names are written through
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}

package io.github.dualprevention.core.evidence;

import com.google.common.base.Utf8;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.journal.Checkpoint;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.JournalFile;
import io.github.dualprevention.core.journal.Opening;
import io.github.dualprevention.core.journal.Verification;
import io.github.dualprevention.core.table.TableVersion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The evidence about one hazard as a file, and the proof that the file is as it was written.
 *
 * <p>The file is one HTML document in UTF-8 without scripts or anything from outside, for a
 * regulator to read and print. It holds the very lines of the hazard's chain. All its text follows
 * from them, from the clauses of the life cycles and from the opened commitments, so it is verified
 * by making it again: no byte of it can be otherwise. Whoever writes it chooses the zone, the life
 * cycles whose clauses are shown and the persons who are named; the file says which.
 *
 * <p>Names of actions, states, evidence and grades are part of the document's form, as clauses are;
 * in later releases files of earlier ones verify as before.
 */
public final class EvidenceFile {

  private static final Rule UNREADABLE =
      Rule.of(
          "evidence.file.unreadable",
          "本文件不是隐患证据文件：{why}",
          "the file is not evidence of a hazard: {why}");
  private static final Rule CHAIN_WRONG =
      Rule.of(
          "evidence.chain.wrong", "各条记录连不成一项隐患：{why}", "the entries do not make a hazard: {why}");
  private static final Rule EDITION_MISSING =
      Rule.of(
          "evidence.edition.missing",
          "核验所需的流转表{edition}未提供",
          "the life cycle {edition}, whose clauses the file shows, was not given");
  private static final Rule OPENING_WRONG =
      Rule.of(
          "evidence.opening.wrong",
          "所附的盐和文字与承诺{commitment}不符",
          "salt and text do not open the commitment {commitment}");
  private static final Rule TEXT_ALTERED =
      Rule.of(
          "evidence.text.altered",
          "文件第{line}行与日志原文不符",
          "line {line} of the file is not what follows from the lines of the journal");

  private final ImmutableMap<TableVersion, HazardLifeCycle> lifeCycles;
  private final ImmutableMap<String, HashAlgorithm> algorithms;
  private final JournalFile journal;

  /**
   * Takes what files are made with.
   *
   * @param lifeCycles those whose clauses are shown; to verify a file, at least the ones that it
   *     was written with, each edition as it was then
   * @param algorithms all hash functions that are trusted
   */
  public EvidenceFile(List<HazardLifeCycle> lifeCycles, HashAlgorithm... algorithms) {
    this.lifeCycles = Maps.uniqueIndex(lifeCycles, HazardLifeCycle::version);
    this.algorithms = Maps.uniqueIndex(Arrays.asList(algorithms), HashAlgorithm::id);
    this.journal = new JournalFile(algorithms);
  }

  /**
   * Writes the evidence about a hazard.
   *
   * <p>If the hazard came from an informant (举报), nobody is named who has taken its first step or
   * stands in an entry that is no step, whatever opens their commitments. The chain itself stands
   * in the file as it is, and a commitment that is opened elsewhere is known here too: an informant
   * must not be in the chain at all, neither as a person nor by a post or a text.
   *
   * @param chain all entries of the hazard, the first one first
   * @param openings gives what opens a commitment, for everybody who shall be named; empty for
   *     those who shall not
   * @param zone where times are shown, by its rules as this machine knows them; a fixed offset has
   *     none that could change
   * @return the bytes of the file
   * @throws IllegalArgumentException if the chain is not sound, is not of one hazard or has nothing
   *     in it, or something that is given for a commitment does not open it
   */
  public byte[] write(
      List<JournalEntry> chain, Function<Commitment, Optional<Opening>> openings, ZoneId zone) {
    byte[] lines =
        chain.stream()
            .map(entry -> entry + "\n")
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8);
    if (journal.verify(new ByteArrayInputStream(lines)) instanceof Verification.Broken broken) {
      throw Require.refusal("chain", "must be sound", broken.reason());
    }
    EvidenceContent content = EvidenceContent.of(chain, zone, this::lifeCycle, openings);
    content
        .openings()
        .forEach(
            (person, opening) ->
                Require.require(opens(opening, person), "opening", "must open", person));
    return new EvidencePage(content).render().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Proves that a file is as it was written; what only a checkpoint can show is not looked for.
   *
   * @param file the bytes of the file
   * @return sound, or the first line that is not as it was written
   */
  public EvidenceVerification verify(byte[] file) {
    return verify(file, new Checkpoint(Map.of()));
  }

  /**
   * Proves that a file is as it was written and still holds the entry that an earlier checkpoint
   * names. A checkpoint that does not name the hazard shows nothing about it.
   *
   * @param file the bytes of the file
   * @param earlier a checkpoint of the journal from the same moment or before
   * @return sound, or the first line that is not as it was written
   */
  public EvidenceVerification verify(byte[] file, Checkpoint earlier) {
    if (!Utf8.isWellFormed(file)) {
      return broken(1, UNREADABLE, "why", "not valid UTF-8");
    }
    EvidenceText text;
    try {
      text = EvidenceText.of(new String(file, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notEvidence) {
      return broken(1, UNREADABLE, "why", notEvidence);
    }
    Verification chain = verified(text.journal().bytes(), earlier);
    return chain instanceof Verification.Broken broken
        ? new EvidenceVerification.Broken(text.journal().before() + broken.line(), broken.reason())
        : verify(text);
  }

  /** The checkpoint knows other subjects too, which are none of the file's. */
  private Verification verified(byte[] lines, Checkpoint earlier) {
    Verification alone = journal.verify(new ByteArrayInputStream(lines));
    if (earlier.heads().isEmpty() || !(alone instanceof Verification.Sound sound)) {
      return alone;
    }
    Map<String, Checkpoint.Head> checked = new LinkedHashMap<>(earlier.heads());
    checked.keySet().retainAll(sound.heads().heads().keySet());
    return journal.verify(new ByteArrayInputStream(lines), new Checkpoint(checked));
  }

  /** Whether all that the file says follows from a chain that was found sound. */
  private EvidenceVerification verify(EvidenceText text) {
    for (TableVersion edition : text.editions()) {
      if (!lifeCycles.containsKey(edition)) {
        return broken(1, EDITION_MISSING, "edition", edition);
      }
    }
    Map<Commitment, Opening> openings = new LinkedHashMap<>();
    for (int i = 0; i < text.openings().lines().size(); i++) {
      String[] parts = text.openings().lines().get(i).split(" ", 3);
      if (parts.length < 3 || !opened(parts[0], parts[1], parts[2], openings)) {
        return broken(text.openings().before() + i + 1, OPENING_WRONG, "commitment", parts[0]);
      }
    }
    return verify(text, openings);
  }

  private boolean opened(String seal, String salt, String name, Map<Commitment, Opening> openings) {
    try {
      Commitment person = new Commitment(seal);
      Opening opening = new Opening(salt, name);
      openings.put(person, opening);
      return opens(opening, person);
    } catch (IllegalArgumentException neither) {
      return false;
    }
  }

  private boolean opens(Opening opening, Commitment person) {
    HashAlgorithm algorithm =
        algorithms.get(person.value().substring(0, person.value().indexOf(':')));
    return algorithm != null && opening.opens(person, algorithm);
  }

  private EvidenceVerification verify(EvidenceText text, Map<Commitment, Opening> openings) {
    EvidenceContent content;
    String document;
    try {
      content =
          EvidenceContent.of(
              text.chain(),
              text.zone(),
              edition -> lifeCycle(edition).filter(found -> text.editions().contains(edition)),
              person -> Optional.ofNullable(openings.get(person)));
      document = new EvidencePage(content).render();
    } catch (IllegalArgumentException | NullPointerException | DateTimeException notAHazard) {
      // also where a step lacks what its action must have, such as the level of a listing
      return broken(text.journal().before() + 1, CHAIN_WRONG, "why", notAHazard);
    }
    int altered = text.firstDifference(document);
    return altered == 0
        ? new EvidenceVerification.Sound(
            new Checkpoint.Head(content.head().number(), content.head().hash()), content.hazard())
        : broken(altered, TEXT_ALTERED, "line", altered);
  }

  private Optional<HazardLifeCycle> lifeCycle(TableVersion edition) {
    return Optional.ofNullable(lifeCycles.get(edition));
  }

  private static EvidenceVerification broken(long line, Rule rule, String name, Object value) {
    return new EvidenceVerification.Broken(line, rule.broken(name, value));
  }
}

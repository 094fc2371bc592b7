package io.github.dualprevention.adapters.render;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.HazardStep;
import io.github.dualprevention.core.journal.Checkpoint;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.JournalFile;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.journal.Opening;
import io.github.dualprevention.core.journal.PersonalData;
import io.github.dualprevention.core.journal.Verification;
import io.github.dualprevention.core.table.TableVersion;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Writes everything that is recorded about one hazard as a file for a regulator, and proves such
 * files.
 *
 * <p>The file is an HTML page in UTF-8. It has no scripts and loads nothing. It ends with the lines
 * of the hazard's chain, and they alone are its proof: the text above them is for reading, and
 * anybody could alter it. So a verifier writes a new file from the verified lines and reads that
 * one.
 *
 * <p>If the hazard came from an informant (举报), no file names the person who took its first step or
 * a person in an entry that is no step. The chain itself stands in the file as it is, and a
 * commitment that is opened elsewhere is known here too. So an informant must not be in the chain
 * at all, neither as a person nor by a post or a text.
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
  private static final Rule OPENING_WRONG =
      Rule.of(
          "evidence.opening.wrong",
          "所附的盐和文字与承诺{commitment}不符，或者其人不得在本文件中具名",
          "salt and text do not open {commitment}, or that person may not be named here");

  private final ImmutableMap<TableVersion, HazardLifeCycle> lifeCycles;
  private final ImmutableMap<String, HashAlgorithm> algorithms;
  private final JournalFile journal;

  private EvidenceFile(Collection<HazardLifeCycle> lifeCycles, HashAlgorithm... algorithms) {
    this.lifeCycles = Maps.uniqueIndex(lifeCycles, HazardLifeCycle::version);
    this.algorithms = Maps.uniqueIndex(List.of(algorithms), HashAlgorithm::id);
    this.journal = new JournalFile(algorithms);
  }

  /**
   * Evidence with the clauses of the published life cycle, hashed by SHA-256.
   *
   * @return writes and proves files
   */
  public static EvidenceFile published() {
    return new EvidenceFile(HazardLifeCycle.editions(), HashAlgorithm.sha256());
  }

  /**
   * Evidence with other life cycles. No proof depends on them.
   *
   * @param all those whose clauses and names of grades are shown
   * @return writes and proves files
   * @throws IllegalArgumentException if two are the same edition
   */
  public EvidenceFile withLifeCycles(HazardLifeCycle... all) {
    return new EvidenceFile(List.of(all), algorithms.values().toArray(HashAlgorithm[]::new));
  }

  /**
   * Evidence with other hash functions.
   *
   * @param trusted all that are trusted
   * @return writes and proves files
   * @throws IllegalArgumentException if two have the same id
   */
  public EvidenceFile withAlgorithms(HashAlgorithm... trusted) {
    return new EvidenceFile(lifeCycles.values(), trusted);
  }

  /**
   * Writes the evidence about a hazard and names nobody.
   *
   * @param ledger holds the journal, and says where times are shown
   * @param hazardId the hazard
   * @return the bytes of the file
   * @throws IllegalArgumentException if nothing is recorded about the hazard, or its chain is not
   *     sound
   */
  public byte[] write(Ledger ledger, String hazardId) {
    return write(ledger, hazardId, anybody -> false);
  }

  /**
   * Writes the evidence about a hazard.
   *
   * @param ledger holds the journal and the names, and says where times are shown
   * @param hazardId the hazard
   * @param named which persons to name; one whose name was erased stays unnamed
   * @return the bytes of the file; a name stays in them when the ledger erases it
   * @throws IllegalArgumentException if nothing is recorded about the hazard, or its chain is not
   *     sound
   */
  public byte[] write(Ledger ledger, String hazardId, Predicate<Commitment> named) {
    String id = Require.id(hazardId, "hazardId");
    List<JournalEntry> chain = ledger.journal().chain(HazardJournal.subject(id));
    Require.require(!chain.isEmpty(), "hazardId", "must be recorded", id);
    PersonalData persons = ledger.persons();
    return write(
        chain,
        person -> named.test(person) ? persons.opening(person) : Optional.empty(),
        ledger.zone());
  }

  /**
   * Writes the evidence about a hazard without a ledger.
   *
   * @param chain all entries of the hazard, the first one first
   * @param openings what opens a commitment, for each person to be named, such as {@link
   *     PersonalData#opening}; empty for any other
   * @param zone where times are shown
   * @return the bytes of the file
   * @throws IllegalArgumentException if the chain is not sound, is not about one hazard or is
   *     empty, or an opening does not open its commitment
   */
  public byte[] write(
      List<JournalEntry> chain, Function<Commitment, Optional<Opening>> openings, ZoneId zone) {
    Verification proof =
        journal.verify(EvidenceLines.file(chain.stream().map(JournalEntry::toString)));
    if (proof instanceof Verification.Broken broken) {
      throw Require.refusal("chain", "must be sound", broken.reason());
    }
    Persons persons = Persons.of(chain);
    Map<Commitment, Opening> named = new LinkedHashMap<>();
    for (Commitment person : persons.nameable()) {
      openings.apply(person).ifPresent(opening -> named.put(person, opening));
    }
    named.forEach(
        (person, opening) ->
            Require.require(opens(person, opening), "opening", "must open", person));
    return page(chain, persons.naming(named), zone).render().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes a file anew from its verified lines, so that all its text follows from them.
   *
   * @param verified what {@link #verify(byte[])} has found
   * @param zone where times are shown
   * @return the bytes of the file, with the clauses of the life cycles that are known here
   */
  public byte[] write(EvidenceVerification.Sound verified, ZoneId zone) {
    return write(
        verified.chain(), person -> Optional.ofNullable(verified.openings().get(person)), zone);
  }

  private EvidencePage page(List<JournalEntry> chain, Persons persons, ZoneId zone) {
    return EvidencePage.of(chain, persons, lifeCycles, zone);
  }

  private boolean opens(Commitment person, Opening opening) {
    String algorithm = person.value().substring(0, person.value().indexOf(':'));
    HashAlgorithm trusted = algorithms.get(algorithm);
    return trusted != null && opening.opens(person, trusted);
  }

  /**
   * Proves the lines in a file; what only a checkpoint can show is not looked for.
   *
   * @param file the bytes of the file
   * @return sound, or the first line that is not as it was written
   */
  public EvidenceVerification verify(byte[] file) {
    return verify(file, new Checkpoint(Map.of()));
  }

  /**
   * Proves the lines in a file, and that they still hold the entry that an earlier checkpoint
   * names. A checkpoint that does not name the hazard shows nothing about it.
   *
   * @param file the bytes of the file
   * @param earlier a checkpoint of the journal from the same moment or before
   * @return sound, or the first line that is not as it was written
   */
  public EvidenceVerification verify(byte[] file, Checkpoint earlier) {
    EvidenceLines lines;
    try {
      lines = EvidenceLines.in(file);
    } catch (IllegalArgumentException notEvidence) {
      return broken(0, UNREADABLE, "why", notEvidence);
    }
    return chain(lines.journal(), earlier) instanceof Verification.Broken broken
        ? new EvidenceVerification.Broken(lines.journal().before() + broken.line(), broken.reason())
        : hazard(lines);
  }

  /** The checkpoint knows other subjects too, which are none of the file's. */
  private Verification chain(EvidenceLines.Block lines, Checkpoint earlier) {
    Verification alone = journal.verify(EvidenceLines.file(lines.lines().stream()));
    return alone instanceof Verification.Sound sound
        ? journal.verify(
            EvidenceLines.file(lines.lines().stream()),
            new Checkpoint(Maps.filterKeys(earlier.heads(), sound.heads().heads()::containsKey)))
        : alone;
  }

  /** Whether a chain that was found sound makes a hazard, and the openings belong to it. */
  private EvidenceVerification hazard(EvidenceLines lines) {
    try {
      List<JournalEntry> chain = lines.chain();
      Persons persons = Persons.of(chain);
      Map<Commitment, Opening> openings = new LinkedHashMap<>();
      for (String line : lines.openings().lines()) {
        if (!isTaken(line, persons, openings)) {
          int before = lines.openings().before() + openings.size();
          return broken(before, OPENING_WRONG, "commitment", line.split(" ", 2)[0]);
        }
      }
      return sound(chain, persons.naming(openings));
    } catch (IllegalArgumentException | NullPointerException | DateTimeException notAHazard) {
      // also where a step lacks what its action must have, such as the level of a listing
      return broken(lines.journal().before(), CHAIN_WRONG, "why", notAHazard);
    }
  }

  private boolean isTaken(String line, Persons persons, Map<Commitment, Opening> openings) {
    try {
      Map.Entry<Commitment, Opening> named = EvidenceLines.opening(line);
      return persons.nameable().contains(named.getKey())
          && opens(named.getKey(), named.getValue())
          && openings.putIfAbsent(named.getKey(), named.getValue()) == null;
    } catch (IllegalArgumentException notAnOpening) {
      return false;
    }
  }

  /** Makes the page in the zones at either end, since what is sound can be shown in any. */
  private EvidenceVerification sound(List<JournalEntry> chain, Persons persons) {
    page(chain, persons, ZoneOffset.MIN).render();
    EvidencePage page = page(chain, persons, ZoneOffset.MAX);
    page.render();
    return new EvidenceVerification.Sound(
        chain,
        persons.openings(),
        page.hazard(),
        page.hazard().steps().stream()
            .map(HazardStep::table)
            .filter(table -> !lifeCycles.containsKey(table))
            .collect(ImmutableSet.toImmutableSet()));
  }

  private static EvidenceVerification broken(long before, Rule rule, String name, Object value) {
    return new EvidenceVerification.Broken(before + 1, rule.broken(name, value));
  }
}

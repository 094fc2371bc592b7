package io.github.dualprevention.core.journal;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.store.InMemoryStores;
import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.core.store.Stores;
import io.github.dualprevention.core.store.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Everything that one enterprise's records need from the host, given once: stores and their unit of
 * work, clock, zone, hash function and salts. Registers, matrix and outbox take a ledger.
 *
 * @param enterprise whose records they are
 * @param stores the stores of this enterprise
 * @param clock tells the present moment
 * @param zone where days begin and end
 * @param hash the hash function of new entries and seals
 * @param salts gives fresh random bytes each time, at least 16; from {@code SecureRandom}
 */
public record Ledger(
    CreditCode enterprise,
    Stores stores,
    InstantSource clock,
    ZoneId zone,
    HashAlgorithm hash,
    Supplier<byte[]> salts) {

  /** Refuses missing parts. */
  public Ledger {
    Require.notNull(enterprise, "enterprise");
    Require.notNull(stores, "stores");
    Require.notNull(clock, "clock");
    Require.notNull(zone, "zone");
    Require.notNull(hash, "hash");
    Require.notNull(salts, "salts");
  }

  /**
   * A ledger in memory, with SHA-256; nothing survives the process.
   *
   * @param enterprise whose records they are
   * @param clock tells the present moment
   * @param zone where days begin and end
   * @param salts gives fresh random bytes each time, at least 16; from {@code SecureRandom}
   * @return an empty ledger
   */
  public static Ledger inMemory(
      CreditCode enterprise, InstantSource clock, ZoneId zone, Supplier<byte[]> salts) {
    return new Ledger(enterprise, Stores.inMemory(), clock, zone, HashAlgorithm.sha256(), salts);
  }

  /**
   * The unit of work that all stores of this ledger belong to.
   *
   * @return always the same one
   */
  public UnitOfWork unit() {
    return stores.unit();
  }

  /**
   * The present day where the enterprise is.
   *
   * @return the day of the clock's moment in the ledger's zone
   */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /**
   * The store of a kind, for those who keep records in this ledger.
   *
   * @param <S> the SPI
   * @param kind the SPI
   * @param inMemory makes the store in memory; not asked where the host gives one
   * @return always the same one
   * @throws IllegalArgumentException if the host gives stores, but none of this kind
   */
  public <S> S store(Class<S> kind, Function<InMemoryStores, ? extends S> inMemory) {
    return stores.store(kind, inMemory);
  }

  /**
   * The journal.
   *
   * @return every entry that was recorded
   */
  public JournalStore journal() {
    return store(JournalStore.class, memory -> new InMemoryJournalStore(memory.unit()));
  }

  /**
   * The personal data.
   *
   * @return turns names into commitments and back
   */
  public PersonalData persons() {
    PersonalDataStore store =
        store(PersonalDataStore.class, memory -> new InMemoryPersonalDataStore(memory.unit()));
    return new PersonalData(store, hash, salts);
  }

  /**
   * Records a fact behind the latest entry of its subject; to be called in the unit of work that
   * changes what the fact is about.
   *
   * @param head the subject's latest entry as the caller has read it; empty if there is none
   * @param fact what happened
   * @param recorded the present moment
   * @return the entry
   * @throws StaleRecordException if somebody else has recorded something about the subject since
   * @throws IllegalArgumentException if the fact lies in the future
   */
  public JournalEntry record(Optional<JournalEntry> head, Fact fact, Instant recorded) {
    JournalEntry entry = JournalEntry.after(head, fact, recorded, hash);
    JournalStore journal = journal();
    if (!journal.append(entry)) {
      long actual = journal.head(fact.subject()).map(JournalEntry::number).orElse(0L);
      throw StaleRecordException.of(fact.subject(), entry.number() - 1, actual);
    }
    return entry;
  }
}

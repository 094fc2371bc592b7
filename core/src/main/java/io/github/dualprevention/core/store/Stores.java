package io.github.dualprevention.core.store;

import java.util.Map;
import java.util.function.Function;

/** The stores of one enterprise, with the unit of work that all of them belong to. */
public sealed interface Stores permits InMemoryStores, GivenStores {

  /**
   * Stores in memory; each is made when it is first asked for.
   *
   * @return empty stores, with a unit of work of their own
   */
  static InMemoryStores inMemory() {
    return new InMemoryStores();
  }

  /**
   * Stores that the host gives.
   *
   * @param unit the unit of work that all of them belong to
   * @return no stores yet; see {@link GivenStores#with}
   */
  static GivenStores over(UnitOfWork unit) {
    return new GivenStores(unit, Map.of());
  }

  /**
   * The unit of work.
   *
   * @return always the same one
   */
  UnitOfWork unit();

  /**
   * The store of a kind.
   *
   * @param <S> the SPI
   * @param kind the SPI
   * @param inMemory makes the store in memory; not asked where the host gives one
   * @return always the same one
   * @throws IllegalArgumentException if the host gives stores, but none of this kind
   */
  <S> S store(Class<S> kind, Function<InMemoryStores, ? extends S> inMemory);
}

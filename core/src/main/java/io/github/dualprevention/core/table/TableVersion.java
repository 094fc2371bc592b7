package io.github.dualprevention.core.table;

import io.github.dualprevention.core.Require;

/**
 * Names one edition of one rule table; whatever the table produced keeps it, so that it can be
 * explained years later.
 *
 * @param id the table's id, as in {@code LS:DB37-4}; 1 to 100 characters
 * @param version the edition, as in {@code 1}; 1 to 100 characters
 */
public record TableVersion(String id, String version) {

  /** Normalises both parts; throws {@code IllegalArgumentException} if one is blank or too long. */
  public TableVersion {
    id = Require.id(id, "id");
    version = Require.id(version, "version");
  }

  /** Id and version, as in {@code LS:DB37-4@1}. */
  @Override
  public String toString() {
    return id + "@" + version;
  }
}

/**
 * The contracts kept by a relational database: stores in plain JDBC on H2, behind a connection that
 * is as strict as the strictest database.
 *
 * <p>{@link io.github.dualprevention.testkit.jdbc.JdbcUnitOfWork} binds a transaction to the thread
 * and runs the statements of all stores; each store says what its tables hold, in {@link
 * io.github.dualprevention.testkit.jdbc.Sql} that other databases read as well.
 */
@NullMarked
package io.github.dualprevention.testkit.jdbc;

import org.jspecify.annotations.NullMarked;

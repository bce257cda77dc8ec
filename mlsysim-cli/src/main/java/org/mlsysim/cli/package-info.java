/**
 * The command line.
 *
 * <p>Start at {@link org.mlsysim.cli.Main}. A sub-command is a {@link org.mlsysim.cli.Command}: it
 * says its {@link org.mlsysim.cli.Syntax} and turns {@link org.mlsysim.cli.Arguments} into an
 * {@link org.mlsysim.cli.Answer}; only the one that was asked for is constructed. To add one, write
 * a {@code Command} and declare {@code provides org.mlsysim.cli.Command with …}.
 *
 * <p>Exit codes: 0 done, 1 bad input, 2 physically infeasible, 3 an assertion failed, 4 plugin or
 * internal failure.
 */
@NullMarked
package org.mlsysim.cli;

import org.jspecify.annotations.NullMarked;

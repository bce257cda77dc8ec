/**
 * One accelerator: will it fit, how fast, and which of compute and memory binds.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><td>{@link org.mlsysim.core.node.SingleNodeModel}</td>
 *     <td>t = max(ops / (peak · efficiency), traffic / bandwidth) + overhead</td></tr>
 * </table>
 *
 * <p>Start at {@link org.mlsysim.core.node.Engine}, the facade over single-node performance.
 */
@NullMarked
package org.mlsysim.core.node;

import org.jspecify.annotations.NullMarked;

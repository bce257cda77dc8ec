/**
 * What the choice of an algorithm costs before a machine is chosen.
 *
 * <table>
 *   <caption>Resolvers</caption>
 *   <tr><td>{@link org.mlsysim.core.algorithm.ScalingModel}</td>
 *     <td>C = 6 P D, P* = sqrt(C / 120)</td></tr>
 * </table>
 */
@NullMarked
package org.mlsysim.core.algorithm;

import org.jspecify.annotations.NullMarked;

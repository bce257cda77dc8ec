/**
 * Feeding the accelerator: demand against supply of data, and what preprocessing and slow reads
 * cost.
 *
 * <p>Status: experimental. Start at {@link org.mlsysim.physics.data.DataSupply}.
 *
 * <table>
 *   <caption>Laws</caption>
 *   <tr><th>class</th><th>law</th><th>source</th></tr>
 *   <tr><td>{@link org.mlsysim.physics.data.DataSupply}</td>
 *       <td>demand of a fleet, supply of storage and host link</td>
 *       <td><a href="https://arxiv.org/abs/2007.06775">Mohan et al. 2021</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.data.InputStage}</td>
 *       <td>stall, preprocessing, batches to keep ready</td>
 *       <td><a href="https://arxiv.org/abs/2101.12127">Murray et al. 2021</a></td></tr>
 * </table>
 */
package org.mlsysim.physics.data;

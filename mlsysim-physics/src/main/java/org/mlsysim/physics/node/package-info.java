/**
 * One accelerator: what a pass computes, moves and keeps, and how long that takes.
 *
 * <p>Status: experimental. Start at {@link org.mlsysim.physics.node.WorkloadForm}, a model as plain
 * numbers, and {@link org.mlsysim.physics.node.DeviceForm}, the accelerator it runs on; {@link
 * org.mlsysim.physics.node.SingleNode} prices one on the other, {@link
 * org.mlsysim.physics.node.InferenceSweep} whole columns of points. A new law gets a class of its
 * own; a new kind of architecture a constant of {@code WorkloadForm.Family}, and the compiler then
 * lists what has to be decided for it.
 *
 * <table>
 *   <caption>Laws</caption>
 *   <tr><th>class</th><th>law</th><th>source</th></tr>
 *   <tr><td>{@link org.mlsysim.physics.node.Roofline}</td>
 *       <td>peak rate against bandwidth</td>
 *       <td><a href="https://doi.org/10.1145/1498765.1498785">Williams et al. 2009</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.node.Weights}</td>
 *       <td>stored size of a model</td><td>definition</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.node.Experts}</td>
 *       <td>weights a batch touches in a mixture of experts</td>
 *       <td><a href="https://arxiv.org/abs/2101.03961">Fedus et al. 2022</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.node.KvCache}</td>
 *       <td>keys and values, latent, recurrent state</td>
 *       <td><a href="https://arxiv.org/abs/2305.13245">Ainslie et al. 2023</a>,
 *           <a href="https://arxiv.org/abs/2405.04434">DeepSeek-AI 2024</a>,
 *           <a href="https://arxiv.org/abs/2312.00752">Gu and Dao 2023</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.node.Attention}</td>
 *       <td>FLOP of scores and weighted values</td>
 *       <td><a href="https://doi.org/10.1145/3458817.3476209">Narayanan et al. 2021</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.node.Activations}</td>
 *       <td>traffic of intermediate tensors</td>
 *       <td><a href="https://arxiv.org/abs/2007.00072">Ivanov et al. 2021</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.node.InferencePass}</td>
 *       <td>work, traffic and footprint of a batch</td>
 *       <td><a href="https://doi.org/10.1145/1498765.1498785">Williams et al. 2009</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.node.Placement}</td>
 *       <td>the memory that serves a pass, and what spills to the host</td>
 *       <td>definition</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.node.Overhead}</td>
 *       <td>dispatch and launches</td><td>judgement</td></tr>
 *   <tr><td>{@link org.mlsysim.physics.node.Utilization}</td>
 *       <td>MFU and HFU</td>
 *       <td><a href="https://arxiv.org/abs/2204.02311">Chowdhery et al. 2022</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.node.Power}</td>
 *       <td>energy of a busy accelerator</td>
 *       <td><a href="https://doi.org/10.1109/MC.2007.443">Barroso and Hölzle 2007</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.node.Ties}</td>
 *       <td>comparisons that ignore rounding</td><td>convention</td></tr>
 * </table>
 */
package org.mlsysim.physics.node;

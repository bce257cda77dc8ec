/**
 * What an algorithm does to the load: efficiency of its kernels, fewer bits and weights, more
 * tokens of reasoning.
 *
 * <p>Status: experimental.
 *
 * <table>
 *   <caption>Laws</caption>
 *   <tr><th>class</th><th>law</th><th>source</th></tr>
 *   <tr><td>{@link org.mlsysim.physics.algorithm.KernelEfficiency}</td>
 *       <td>share of peak per class of kernel</td>
 *       <td><a href="https://arxiv.org/abs/2204.02311">Chowdhery et al. 2022</a>,
 *           <a href="https://arxiv.org/abs/2205.14135">Dao et al. 2022</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.algorithm.Compression}</td>
 *       <td>size, speed and accuracy of quantization and pruning</td>
 *       <td><a href="https://arxiv.org/abs/2103.13630">Gholami et al. 2021</a>,
 *           <a href="https://arxiv.org/abs/2003.03033">Blalock et al. 2020</a></td></tr>
 *   <tr><td>{@link org.mlsysim.physics.algorithm.InferenceScaling}</td>
 *       <td>time and energy of reasoning steps</td>
 *       <td><a href="https://arxiv.org/abs/2408.03314">Snell et al. 2024</a></td></tr>
 *   <tr><td>{@code ComputeOptimal}</td>
 *       <td>parameters and tokens of a compute budget</td>
 *       <td><a href="https://arxiv.org/abs/2203.15556">Hoffmann et al. 2022</a></td></tr>
 * </table>
 */
package org.mlsysim.physics.algorithm;

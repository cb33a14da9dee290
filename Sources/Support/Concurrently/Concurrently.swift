import Dispatch
import Synchronization

/// The results of independent pieces of work, in their order, made side by side on as many threads as there are cores.
public func concurrently<Piece: Sendable, Result: Sendable>(
  _ pieces: [Piece], _ work: @Sendable (Piece) -> Result
) -> [Result] {
  let found = Mutex<[Int: Result]>([:])
  DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
    let result = work(pieces[index])
    found.withLock { $0[index] = result }
  }
  return found.withLock { results in pieces.indices.compactMap { results[$0] } }
}

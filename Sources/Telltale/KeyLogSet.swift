import Capture
import Model

/// The key logs of a run whose packets come as they are captured; they grow while it goes on.
final class KeyLogSet {
  private var files: [KeyLogFile]

  init(_ files: [KeyLogFile]) {
    self.files = files
  }

  func refresh(_ store: inout SecretStore) {
    for index in files.indices {
      // A key log that cannot be read any more has nothing more to say.
      _ = try? files[index].refresh(into: &store, isFinal: false)
    }
  }
}

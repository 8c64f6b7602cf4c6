import ArgumentParser
import Capture

/// How the program ends, by sysexits.h where it has a number.
enum Exit {
  static let usage = ExitCode(64)
  static let damagedInput = ExitCode(65)
  static let cannotOpen = ExitCode(66)
  static let internalError = ExitCode(70)
  static let cannotCreate = ExitCode(73)
  static let inputOutput = ExitCode(74)
  static let noPermission = ExitCode(77)

  /// Tells the user what went wrong, in one line, and gives the exit code that says so too.
  static func code(for error: CaptureError) -> ExitCode {
    Console.complain(error.message)
    return switch error.code {
    case .cannotOpen: cannotOpen
    case .notACapture: damagedInput
    case .permissionDenied: noPermission
    case .readFailed: inputOutput
    case .badFilter: usage
    }
  }
}

/// Runs a command's work; errors of reading become one line and an exit code.
func withExitCodes<R>(_ work: () throws -> R) throws -> R {
  do {
    return try work()
  } catch let error as CaptureError {
    throw Exit.code(for: error)
  }
}

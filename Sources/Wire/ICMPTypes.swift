/// ICMP message types (IANA), as far as telling flows needs them.
public enum ICMPTypes {
  /// The type that answers another, for types that come in pairs, as Community ID pairs them.
  @inlinable
  public static func counterpart(of type: UInt8, isV6: Bool) -> UInt8? {
    if isV6 {
      return switch type {
      case 128: 129
      case 129: 128
      case 130: 131
      case 131: 130
      case 133: 134
      case 134: 133
      case 135: 136
      case 136: 135
      case 139: 140
      case 140: 139
      case 144: 145
      case 145: 144
      default: nil
      }
    }
    return switch type {
    case 0: 8
    case 8: 0
    case 9: 10
    case 10: 9
    case 13: 14
    case 14: 13
    case 15: 16
    case 16: 15
    case 17: 18
    case 18: 17
    default: nil
    }
  }

  /// What an error message says, or nil for messages that report no error about another packet
  /// (RFC 792; RFC 4443, section 2.1).
  public static func errorName(_ type: UInt8, isV6: Bool) -> String? {
    if isV6 {
      return switch type {
      case 1: "destination unreachable"
      case 2: "packet too big"
      case 3: "time exceeded"
      case 4: "parameter problem"
      default: nil
      }
    }
    return switch type {
    case 3: "destination unreachable"
    case 4: "source quench"
    case 5: "redirect"
    case 11: "time exceeded"
    case 12: "parameter problem"
    default: nil
    }
  }
}

using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Parking;

/// <summary>Every refusal about parked messages.</summary>
public static class ParkingErrors
{
    /// <summary>PARKED_MESSAGE_NOT_FOUND: there is no such message in this service.</summary>
    public static Refusal NotFound() => new(
        RefusalKind.NotFound, "PARKED_MESSAGE_NOT_FOUND", "保留中のメッセージが見つかりません。");

    /// <summary>PARKED_MESSAGE_WRONG_STATE: it is being replayed, or was replayed or discarded.</summary>
    public static Refusal NotParked() => new(
        RefusalKind.WrongState, "PARKED_MESSAGE_WRONG_STATE", "このメッセージは保留中ではありません。最新の状態を確認してください。");
}

using System.Reflection;
using MassTransit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Messaging;

/// <summary>Takes every message and never confirms one.</summary>
public class SilentBus : DispatchProxy
{
    public static IBus Create() => Create<IBus, SilentBus>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => new TaskCompletionSource().Task;
}

using System.Runtime.CompilerServices;

namespace Grpc.Core;

/// <summary>What upstream's virtual members throw that a derived class is to override; here it says which one and where.</summary>
static class NotOverridden
{
    internal static NotImplementedException By(object instance, [CallerMemberName] string member = "") =>
        new($"{instance.GetType()} does not override {member}.");
}

using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Tsunagu.ServiceDefaults;

namespace Tsunagu.Gateway;

/// <summary>Runs the gateway; what keeps it from starting is told in one line.</summary>
static class Startup
{
    /// <summary>0 after an orderly stop, 1 when it could not start.</summary>
    public static async Task<int> RunAsync(Func<WebApplication> build)
    {
        try
        {
            await build().RunServiceAsync();
            return Environment.ExitCode;
        }
        catch (BootException refused)
        {
            return Refuse(refused.Message);
        }
        catch (OptionsValidationException wrong)
        {
            return Refuse(wrong.Message);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException or SocketException)
        {
            return Refuse(taken.Message);
        }
    }

    static int Refuse(string reason)
    {
        Console.Error.WriteLine($"gateway: {reason}");
        return 1;
    }
}

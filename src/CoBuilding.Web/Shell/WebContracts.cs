using System.Reflection;
using CoBuilding.Web.Downloads;
using CoBuilding.Web.Links;
using CoBuilding.Web.Pages.Dashboards;
using CoBuilding.Web.Pages.Home;

namespace CoBuilding.Web.Shell;

/// <summary>What a room adds to the web; to the portal itself, see <see cref="Portal.Contracts"/>.</summary>
public static class WebContracts
{
    /// <summary>Each is implemented by classes that are found by their type.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(MenuLine),
        typeof(SettingsLink),
        typeof(SettingsSection),
        typeof(IToDoAddresses),
        typeof(IDashboardAddresses),
        typeof(IMyUnitPart),
        typeof(IPhonePages),
        typeof(IDownloads),
    ];

    /// <summary>Of the assemblies with pages: the web's own, and those of rooms beside the portal's.</summary>
    public static IEnumerable<Type> Classes => ClassesOf([typeof(WebContracts).Assembly, .. RoomAssemblies.Further]);

    /// <summary>Registers what <paramref name="classes"/> implement.</summary>
    public static void AddWebContracts(this IServiceCollection services, IEnumerable<Type> classes)
    {
        foreach (var type in classes)
        foreach (var contract in All.Where(c => type.IsAssignableTo(c)))
            services.AddSingleton(contract, type);
    }

    public static IEnumerable<Type> ClassesOf(IEnumerable<Assembly> assemblies) =>
        RoomAssemblies.TypesOf(assemblies).Where(t => t is { IsClass: true, IsAbstract: false });
}

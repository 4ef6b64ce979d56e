using System.Reflection;
using System.Text.RegularExpressions;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Importing;
using FluentValidation;

namespace CoBuilding.Tests.House;

/// <summary>Every use case and question goes through the door; nothing bypasses it.</summary>
public partial class UseCasesFence
{
    public static TheoryData<Type> UseCases => [.. Portal.UseCases];

    [Theory]
    [MemberData(nameof(UseCases))]
    public void A_use_case_is_one_method_through_the_door(Type useCase)
    {
        Assert.Empty(Faults(useCase, File.ReadAllText(FileOf(useCase))));
    }

    [Fact]
    public void A_list_that_can_be_imported_names_its_right() =>
        Assert.All(Portal.ImportableLists, l => Assert.True(NamesItsRight(File.ReadAllText(FileOf(l.GetType()))), l.Name));

    [Fact]
    public void A_contributor_to_a_merged_list_names_its_right()
    {
        var contributors = Portal
            .Contracts.Where(HasRight)
            .SelectMany(c => typeof(Portal).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(c)))
            .ToList();
        Assert.NotEmpty(contributors);
        Assert.All(contributors, c => Assert.True(NamesItsRight(File.ReadAllText(FileOf(c))), c.Name));
    }

    [Theory]
    [InlineData("    public override Right Right => isOpen ? Right.SignIn : Right.ManageUnits;")]
    [InlineData("    public override Right Right { get; init; }")]
    [InlineData("    public Right Right => right;")]
    public void Canary_a_list_whose_right_is_not_fixed_is_seen(string code) => Assert.False(NamesItsRight(code));

    [Fact]
    public void Canary_a_right_that_is_sent_is_seen()
    {
        const string code = """
                public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
                {
                    await using var db = await door.OpenAsync(scope, form.List.Right, form, ct);
                    await db.CommitAsync(ct);
                }
            """;
        Assert.Equal(["does not name its right"], Faults(typeof(CoBuilding.Units.EnterUnit), code));
        Assert.Empty(Faults(typeof(ImportList), code));
        var sent = code.Replace("form.List.Right", "form.Right", StringComparison.Ordinal);
        Assert.Equal(["does not open the door first"], Faults(typeof(ImportList), sent));
    }

    [Theory]
    [InlineData("[.. contributors.Select(c => c.Right)]")]
    [InlineData("rights", "does not open the door first")]
    [InlineData("[Right.CallMeetings, Right.ManageMinutes]", "does not open the door first")]
    [InlineData("[.. contributors.Select(c => other.Right)]", "does not open the door first")]
    [InlineData("[.. others.Select(c => c.Right)]", "does not name its rights")]
    public void Canary_several_rights_that_are_not_those_of_a_contracts_contributors_are_seen(string rights, params string[] faults)
    {
        var code = $$"""
                public async Task<Answer> AskAsync(Scope scope, CancellationToken ct)
                {
                    await using var held = await door.OpenHeldAsync(scope, {{rights}}, ct);
                }
            """;
        Assert.Equal(faults, Faults(typeof(CoBuilding.Dashboards.ListToDos), code));
    }

    [Fact]
    public void Canary_a_use_case_that_writes_by_several_rights_is_seen()
    {
        const string code = """
                public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
                {
                    await using var held = await door.OpenHeldAsync(scope, [.. contributors.Select(c => c.Right)], ct);
                    await db.CommitAsync(ct);
                }
            """;
        Assert.Equal(["writes by several rights"], Faults(typeof(CoBuilding.Units.EnterUnit), code));
    }

    [Fact]
    public void There_are_use_cases() => Assert.True(Portal.UseCases.Count() > 30);

    [Fact]
    public void Every_class_that_takes_the_door_is_a_use_case()
    {
        var takers = typeof(Portal)
            .Assembly.GetTypes()
            .Where(t => t.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.ParameterType == typeof(Door)))
            .Except(Portal.UseCases)
            .Select(t => t.Name);
        // The list of districts belongs to no district, so it has no scope; it opens the shared tables alone.
        Assert.Equal([nameof(CoBuilding.Places.DistrictList)], takers);
    }

    [Fact]
    public void An_export_is_named_after_what_it_makes() =>
        Assert.Equal([], Portal.UseCases.Where(u => !IsNamedAfterWhatItMakes(u.Name, Portal.EntryOf(u)!.ReturnType)).Select(u => u.Name));

    [Theory]
    [InlineData("ExportNoticePaper", typeof(Task<ExportedPaper>), true)]
    [InlineData("ExportUnitsWorkbook", typeof(Task<DocumentFile>), true)]
    [InlineData("DownloadFile", typeof(Task<DocumentFile>), true)]
    [InlineData("ExportNotice", typeof(Task<ExportedPaper>), false)]
    [InlineData("ExportUnits", typeof(Task<DocumentFile>), false)]
    [InlineData("ExportUnitsPaper", typeof(Task<DocumentFile>), false)]
    public void Canary_an_export_under_another_name_is_seen(string name, Type made, bool isNamed) =>
        Assert.Equal(isNamed, IsNamedAfterWhatItMakes(name, made));

    [Fact]
    public void Only_the_door_and_the_database_make_a_context()
    {
        var makers =
            from type in typeof(Portal).Assembly.GetTypes()
            from method in TypeReferences.MethodsOf(type)
            where TypeReferences.MembersOf(method).OfType<ConstructorInfo>().Any(c => c.DeclaringType == typeof(PortalDb))
            select Outermost(type).Name;
        Assert.Equal([nameof(Door), nameof(PortalDatabase), "PortalDbForMigrations"], makers.Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(typeof(PortalDb).GetConstructors());
    }

    [Fact]
    public void Nothing_goes_round_the_door()
    {
        var faults = Repository
            .Files("", "*.cs", "*.razor")
            .SelectMany(file => RoundTheDoor(Path.GetRelativePath(Repository.Source, file), File.ReadAllText(file)));
        Assert.Empty(faults);
    }

    [Fact]
    public void No_form_takes_a_text_without_end() =>
        Assert.Equal([], Portal.UseCases.SelectMany(u => Endless(FormOf(u)).Select(f => $"{u.Name}.{f}")));

    [Fact]
    public void Canary_a_text_without_end_is_seen() => Assert.Equal(["Form.Name"], Endless(typeof(GuiltyUseCase.Form)));

    [Theory]
    [InlineData("Units/X.cs", "await db.Units.ExecuteUpdateAsync(u => u, ct);")]
    [InlineData("Units/X.cs", "await using var c = new NpgsqlCommand(sql);")]
    [InlineData("CoBuilding.Web/Pages/X.razor", "await db.Database.ExecuteSqlAsync(sql);")]
    [InlineData("CoBuilding/Units/X.cs", "db.Units.IgnoreQueryFilters([\"Reach\"]);")]
    [InlineData("CoBuilding/Data/X.cs", "db.Units.IgnoreQueryFilters();")]
    [InlineData("CoBuilding.Tool/X.cs", "db.Units.Lifted(\"all units for the operator\")")]
    [InlineData("CoBuilding/Data/ReachFilter.cs", "rows.IgnoreQueryFilters([PortalDb.TenantFilter]);")]
    public void Canary_a_way_round_the_door_is_seen(string file, string code)
    {
        Assert.NotEmpty(RoundTheDoor(file, code));
        Assert.Empty(RoundTheDoor(file, "/* " + code + " */"));
    }

    [Fact]
    public void Canary_a_guilty_use_case_is_seen_for_each_fault()
    {
        var faults = Faults(
            typeof(GuiltyUseCase),
            "public async Task RunAsync(Form form, Scope scope)\n{\n    var day = 1;\n    "
                + "await using var db = await door.OpenAsync(scope, Right.OwnAccount, ct);\n}\n"
        );
        Assert.Equal(
            [
                "has 2 public methods",
                "does not take the scope first",
                "does not take the cancellation token last",
                "does not open the door first",
                "its form is no WritingForm",
                "its form has no Shape",
                "does not commit",
            ],
            faults
        );
    }

    [Fact]
    public void Canary_a_form_that_is_kept_from_the_door_is_seen()
    {
        const string code = """
                public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
                {
                    await using var db = await door.OpenAsync(scope, Right.ManageUnits, ct);
                    await db.CommitAsync(ct);
                }
            """;
        Assert.Equal(["keeps its form from the door"], Faults(typeof(CoBuilding.Units.EnterUnit), code));
        Assert.Empty(
            Faults(typeof(CoBuilding.Units.EnterUnit), code.Replace("ManageUnits,", "ManageUnits, form,", StringComparison.Ordinal))
        );
    }

    /// <summary>Violations: two methods, the scope second, no token, a plain record for a form with input.</summary>
    public sealed class GuiltyUseCase
    {
        public sealed record Form
        {
            public string Name { get; set; } = "";
        }

        public Task RunAsync(Form form, Scope scope) => Task.FromResult((form, scope));

        public Task AskAsync(Scope scope, CancellationToken ct) => Task.FromResult((scope, ct));
    }

    private static List<string> Faults(Type useCase, string source)
    {
        List<string> faults = [];
        var methods = useCase.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        if (methods.Length != 1)
            faults.Add($"has {methods.Length} public methods");
        var entry = Portal.EntryOf(useCase)!;
        var parameters = entry.GetParameters();
        if (parameters[0].ParameterType != typeof(Scope))
            faults.Add("does not take the scope first");
        if (parameters[^1].ParameterType != typeof(CancellationToken))
            faults.Add("does not take the cancellation token last");

        var writes = entry.Name == "RunAsync";
        var code = Repository.WithoutComments(source);
        var first = FirstStatement().Match(code);
        var opening = Opening().Match(first.Groups["statement"].Value);
        var merging = Merging().Match(first.Groups["statement"].Value);
        if (merging.Success)
        {
            if (writes)
                faults.Add("writes by several rights");
            else if (!IsOfContributors(useCase, merging.Groups["contributors"].Value))
                faults.Add("does not name its rights");
        }
        else if (!opening.Success)
            faults.Add("does not open the door first");
        else if (opening.Groups["list"] is { Success: true, Value: var list } && !IsImportable(useCase, list))
            faults.Add("does not name its right");
        else if (writes && !first.Groups["statement"].Value.Contains(", form, ", StringComparison.Ordinal))
            faults.Add("keeps its form from the door");
        if (writes)
        {
            var form = FormOf(useCase);
            if (form is null || !form.IsAssignableTo(typeof(WritingForm)))
                faults.Add("its form is no WritingForm");
            if (form is not null && IsFilledIn(form) && !FormShapes.Has(form))
                faults.Add("its form has no Shape");
        }
        var commits = Committing().IsMatch(code);
        if (writes && !commits)
            faults.Add("does not commit");
        if (!writes && commits && !code.Contains("db.AddJournalEntry(", StringComparison.Ordinal))
            faults.Add("is a question and commits more than a note");
        return faults;
    }

    private static bool IsNamedAfterWhatItMakes(string name, Type made)
    {
        var isExport = name.StartsWith("Export", StringComparison.Ordinal);
        return made == typeof(Task<ExportedPaper>)
            ? isExport && name.EndsWith("Paper", StringComparison.Ordinal)
            : !isExport || name.EndsWith("Workbook", StringComparison.Ordinal);
    }

    /// <summary>A form with input: a property that can have a wrong value can be set after creation.</summary>
    private static bool IsFilledIn(Type form) =>
        form.GetProperties()
            .Where(p => p.DeclaringType != typeof(WritingForm) && p.PropertyType != typeof(bool) && !p.PropertyType.IsEnum)
            .Any(p =>
                p.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
            );

    /// <summary>
    /// The right of a list that can be imported is as fixed as one that is named here
    /// (<see cref="A_list_that_can_be_imported_names_its_right"/>).
    /// </summary>
    private static bool IsImportable(Type useCase, string list) =>
        (
            list == "list"
                ? Portal.EntryOf(useCase)!.GetParameters().FirstOrDefault(p => p.Name == list)?.ParameterType
                : FormOf(useCase)?.GetProperty("List")?.PropertyType
        ) == typeof(ImportableList);

    /// <summary>
    /// The rights of a contract's contributors are as fixed (<see cref="A_contributor_to_a_merged_list_names_its_right"/>).
    /// </summary>
    private static bool IsOfContributors(Type useCase, string name) =>
        useCase.GetConstructors().Single().GetParameters().FirstOrDefault(p => p.Name == name)?.ParameterType
            is { IsGenericType: true } given
        && given.GetGenericTypeDefinition() == typeof(IEnumerable<>)
        && Portal.Contracts.Where(HasRight).Contains(given.GetGenericArguments()[0]);

    private static bool HasRight(Type contract) => contract.GetProperty(nameof(Right))?.PropertyType == typeof(Right);

    private static bool NamesItsRight(string source) => NamedRight().IsMatch(Repository.WithoutComments(source));

    private static Type? FormOf(Type useCase) =>
        Portal.EntryOf(useCase)!.GetParameters().Select(p => p.ParameterType).FirstOrDefault(t => t.Name == "Form");

    /// <summary>Text properties without a length limit in the form's shape.</summary>
    private static IEnumerable<string> Endless(Type? form)
    {
        // Secrets and codes are made by the portal and only ever hashed.
        var texts =
            form?.GetProperties().Where(p => p.PropertyType == typeof(string) && p.CanWrite && p.Name is not ("Secret" or "Code")) ?? [];
        foreach (var text in texts)
        {
            var sent = Activator.CreateInstance(form!)!;
            text.SetValue(sent, new string('1', 1_000_000));
            var refused = Record.Exception(() => FormShapes.Check(sent, TestDistrict.Chinese)) as ValidationFailed;
            if (refused?.Problems.Any(p => p.Field == text.Name) is not true)
                yield return $"Form.{text.Name}";
        }
    }

    private static List<string> RoundTheDoor(string file, string source)
    {
        List<string> faults = [];
        var code = Repository.WithoutComments(source);
        if (
            !file.StartsWith("CoBuilding/Data/", StringComparison.Ordinal)
            && !file.StartsWith("CoBuilding/Access/", StringComparison.Ordinal)
        )
            faults.AddRange(RawSql().Matches(code).Select(m => $"{file}: {m.Value}"));
        var lifting = Regex.Count(code, "IgnoreQueryFilters");
        if (lifting > (file == "CoBuilding/Data/ReachFilter.cs" ? Lifting().Count(code) : 0))
            faults.Add($"{file}: lifts a filter by itself");
        // The list of what is lifted is written from the portal's own code alone.
        if (!file.StartsWith("CoBuilding/", StringComparison.Ordinal) && code.Contains(".Lifted(", StringComparison.Ordinal))
            faults.Add($"{file}: lifts the reach outside the portal");
        return faults;
    }

    private static string FileOf(Type useCase) =>
        Path.Combine(Repository.Source, useCase.Namespace!.Replace('.', '/'), useCase.Name + ".cs");

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    [GeneratedRegex(@"public async [^\n]*\b(?:RunAsync|AskAsync)\([^)]*\)\s*\{\s*(?<statement>[^;]*;)")]
    private static partial Regex FirstStatement();

    [GeneratedRegex(@"^await using var db = await door\.OpenAsync\(scope, (?:Right\.\w+|(?<list>list|form\.List)\.Right),( form,)? ct\);$")]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"^await using var held = await door\.OpenHeldAsync\(scope, \[\.\. (?<contributors>\w+)\.Select\((\w+) => \1\.Right\)\], ct\);$"
    )]
    private static partial Regex Merging();

    [GeneratedRegex(@"^    public (?:override )?Right Right => Right\.\w+;$", RegexOptions.Multiline)]
    private static partial Regex NamedRight();

    [GeneratedRegex(@"db\.(CommitAsync|CommitOneAsync)\(")]
    private static partial Regex Committing();

    [GeneratedRegex(
        @"\b(ExecuteUpdate|ExecuteDelete|ExecuteSql|SqlQuery|FromSql|CreateCommand|CreateBatch|BeginBinaryImport)\w*"
            + @"|\bNpgsql(Command|Batch|Connection)\b"
    )]
    private static partial Regex RawSql();

    [GeneratedRegex(@"\brows\.IgnoreQueryFilters\(\[Name\]\)")]
    private static partial Regex Lifting();
}

using CoBuilding.Tool;

return await Commands.RunAsync(args, Environment.GetEnvironmentVariable, Console.Out, Console.Error);

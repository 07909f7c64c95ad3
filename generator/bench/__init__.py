"""How fast and how large it is: measurements that anybody can repeat on their own machine."""
